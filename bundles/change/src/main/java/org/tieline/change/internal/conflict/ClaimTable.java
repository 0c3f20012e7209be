package org.tieline.change.internal.conflict;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Window;
import org.tieline.api.record.Who;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.EnumNames;

/** The changes' rows as far as they claim a time. */
final class ClaimTable {
    private static final Table<Record> CHANGE = table("changes", "change_record");
    private static final Field<String> ID = text(CHANGE, "id");
    private static final Field<String> CENTER = text(CHANGE, "center");
    private static final Field<String> TITLE = text(CHANGE, "title");
    private static final Field<String> STATE = text(CHANGE, "state");
    private static final Field<Instant> START = time(CHANGE, "window_start");
    private static final Field<Instant> END = time(CHANGE, "window_end");
    private static final Field<Instant> LONG_START = time(CHANGE, "long_start");
    private static final Field<String> IMPLEMENTER = text(CHANGE, "implementer");
    private static final Field<String> IMPLEMENTER_NAME = text(CHANGE, "implementer_name");

    private static final Table<Record> TOUCHED = table("changes", "change_asset");
    private static final Field<String> CHANGE_ID = text(TOUCHED, "change_id");
    private static final Field<String> ASSET = text(TOUCHED, "asset");

    private ClaimTable() {}

    /**
     * Returns what claims any of a time. What is at work claims its time until now, also when it
     * should have ended.
     *
     * @param except a change that is left out
     * @param supplied suppliers by what they deliver
     */
    static List<ScheduledChange> during(
            DSLContext sql,
            Window time,
            Optional<String> except,
            Map<String, String> supplied,
            Instant now) {
        Map<String, List<Record>> changes = new LinkedHashMap<>();
        for (List<String> some : Chunks.of(claiming(sql, time))) {
            sql.select(ID, CENTER, TITLE, STATE, START, END, IMPLEMENTER, IMPLEMENTER_NAME, ASSET)
                    .from(CHANGE)
                    .leftJoin(TOUCHED)
                    .on(CHANGE_ID.eq(ID))
                    .where(ID.in(some))
                    .forEach(
                            row ->
                                    changes.computeIfAbsent(row.get(ID), any -> new ArrayList<>())
                                            .add(row));
        }
        except.ifPresent(changes::remove);
        return changes.values().stream().map(rows -> planned(rows, supplied, now)).toList();
    }

    /** By three indexes alone: what started in the day before, what is long, what is at work. */
    private static Set<String> claiming(DSLContext sql, Window time) {
        Instant dayBefore = time.start().minus(ChangeTable.SHORT);
        Instant first = time.start().minus(Window.LONGEST);
        Condition lasts = END.gt(time.start()).and(STATE.in(names(ChangeState.CLAIMING)));
        Set<String> claiming = new LinkedHashSet<>();
        for (Condition some :
                List.of(
                        START.ge(dayBefore).and(START.lt(time.end())).and(lasts),
                        LONG_START.gt(first).and(LONG_START.lt(dayBefore)).and(lasts),
                        STATE.in(names(ChangeState.AT_WORK)).and(START.lt(time.end())))) {
            claiming.addAll(sql.select(ID).from(CHANGE).where(some).fetch(ID));
        }
        return claiming;
    }

    private static List<String> names(Collection<ChangeState> states) {
        return states.stream().map(EnumNames::of).sorted().toList();
    }

    private static ScheduledChange planned(
            List<Record> rows, Map<String, String> supplied, Instant now) {
        Record row = rows.get(0);
        Set<String> assets = new HashSet<>();
        rows.forEach(one -> Optional.ofNullable(one.get(ASSET)).ifPresent(assets::add));
        Set<String> suppliers = new HashSet<>();
        assets.forEach(asset -> Optional.ofNullable(supplied.get(asset)).ifPresent(suppliers::add));
        boolean atWork =
                ChangeState.AT_WORK.contains(EnumNames.parse(ChangeState.class, row.get(STATE)));
        Instant end = atWork && row.get(END).isBefore(now) ? now : row.get(END);
        return new ScheduledChange(
                row.get(ID),
                row.get(CENTER),
                row.get(TITLE),
                new Window(row.get(START), end),
                Optional.ofNullable(row.get(IMPLEMENTER))
                        .map(id -> new Who(id, row.get(IMPLEMENTER_NAME))),
                assets,
                suppliers);
    }
}
