package org.tieline.change.internal.list;

import static org.tieline.change.internal.record.ChangeTable.CENTER;
import static org.tieline.change.internal.record.ChangeTable.CHANGE;
import static org.tieline.change.internal.record.ChangeTable.CLOSURE;
import static org.tieline.change.internal.record.ChangeTable.STATE;
import static org.tieline.change.internal.record.ChangeTable.TYPE;
import static org.tieline.change.internal.record.ChangeTable.WINDOW_START;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Reach;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.record.EnumNames;
import org.tieline.store.Store;

/** Counts how changes ended. */
@Component(service = Outcomes.class)
public final class Outcomes {
    private final Store store;

    @Activate
    public Outcomes(@Reference ChangeStore store) {
        this(store.store());
    }

    private Outcomes(Store store) {
        this.store = store;
    }

    public static Outcomes in(Store store) {
        return new Outcomes(store);
    }

    /**
     * How the changes of a type ended.
     *
     * @param well how many reached their aim
     * @param all how many were done
     */
    public record Rate(ChangeType type, int well, int all) {
        public int percent() {
            return Math.round(100f * well / all);
        }

        private Rate and(Rate other) {
            return new Rate(type, well + other.well, all + other.all);
        }
    }

    /** Returns how those ended that were planned since then and are closed, by type. */
    public List<Rate> since(Reach reach, Instant start) {
        Condition within = reach.everywhere() ? DSL.noCondition() : CENTER.in(reach.centers());
        Map<ChangeType, Rate> rates = new EnumMap<>(ChangeType.class);
        store.read(
                        sql ->
                                sql.select(TYPE, CLOSURE, DSL.count())
                                        .from(CHANGE)
                                        .where(WINDOW_START.ge(start), within)
                                        .and(STATE.eq(EnumNames.of(ChangeState.CLOSED)))
                                        .groupBy(TYPE, CLOSURE)
                                        .fetch(Outcomes::rate))
                .forEach(rate -> rates.merge(rate.type(), rate, Rate::and));
        return List.copyOf(rates.values());
    }

    private static Rate rate(Record row) {
        ClosureCode code = EnumNames.parse(ClosureCode.class, row.get(CLOSURE));
        boolean well = code == ClosureCode.SUCCESSFUL || code == ClosureCode.WITH_ISSUES;
        int count = row.get(2, Integer.class);
        return new Rate(EnumNames.parse(ChangeType.class, row.get(TYPE)), well ? count : 0, count);
    }
}
