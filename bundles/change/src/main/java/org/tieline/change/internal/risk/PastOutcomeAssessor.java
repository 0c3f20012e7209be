package org.tieline.change.internal.risk;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.RiskFinding;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.record.EnumNames;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;
import org.tieline.store.Store;

/**
 * Looks at how the last changes of the center to the same assets ended, as far as they are among
 * the newest hundred to them.
 */
@Component
public final class PastOutcomeAssessor implements RiskAssessor {
    private static final int LAST = 10;
    private static final int AT_ONCE = 20;
    private static final int MOST = 100;
    private static final int WORST = 20;
    private static final int ENOUGH = 3;
    private static final int WELL = -5;

    private static final Table<Record> CHANGE = table("changes", "change_record");
    private static final Field<String> ID = text(CHANGE, "id");
    private static final Field<String> CENTER = text(CHANGE, "center");
    private static final Field<String> CLOSURE = text(CHANGE, "closure");
    private static final Table<Record> TOUCHED = table("changes", "change_asset");
    private static final Field<String> CHANGE_ID = text(TOUCHED, "change_id");
    private static final Field<String> ASSET = text(TOUCHED, "asset");

    private final Store store;

    @Activate
    public PastOutcomeAssessor(@Reference ChangeStore store) {
        this(store.store());
    }

    PastOutcomeAssessor(Store store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "Past outcome";
    }

    @Override
    public List<RiskFinding> assess(Caller caller, Assessed change) {
        Set<String> assets = change.draft().assets();
        if (assets.isEmpty()) {
            return List.of();
        }
        List<ClosureCode> ended =
                store.read(sql -> ended(sql, change.center(), assets, change.id().orElse("")));
        return ended.isEmpty() ? List.of() : List.of(finding(ended));
    }

    /** A few at a time: most often the newest are enough. */
    private static List<ClosureCode> ended(
            DSLContext sql, String center, Set<String> assets, String except) {
        List<String> newest =
                assets.stream()
                        .flatMap(asset -> newest(sql, asset).stream())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .limit(MOST)
                        .toList();
        List<ClosureCode> ended = new ArrayList<>();
        for (int from = 0; from < newest.size() && ended.size() < LAST; from += AT_ONCE) {
            List<String> some = newest.subList(from, Math.min(newest.size(), from + AT_ONCE));
            ended.addAll(ended(sql, center, some, except));
        }
        return ended.subList(0, Math.min(LAST, ended.size()));
    }

    /** Each asset for itself, as its changes are in this order in an index. */
    private static List<String> newest(DSLContext sql, String asset) {
        return sql.select(CHANGE_ID)
                .from(TOUCHED)
                .where(ASSET.eq(asset))
                .orderBy(CHANGE_ID.desc())
                .limit(MOST)
                .fetch(CHANGE_ID);
    }

    /** Sorted here: to sort a handful of rows costs Derby more than to find them. */
    private static List<ClosureCode> ended(
            DSLContext sql, String center, List<String> newest, String except) {
        return sql
                .select(ID, CLOSURE)
                .from(CHANGE)
                .where(ID.in(newest), CENTER.eq(center), ID.ne(except))
                .and(CLOSURE.isNotNull())
                .and(CLOSURE.ne(EnumNames.of(ClosureCode.CANCELLED)))
                .fetch()
                .stream()
                .sorted(Comparator.comparing((Record row) -> row.get(ID)).reversed())
                .map(row -> EnumNames.parse(ClosureCode.class, row.get(CLOSURE)))
                .toList();
    }

    private RiskFinding finding(List<ClosureCode> ended) {
        long failed =
                ended.stream()
                        .filter(
                                code ->
                                        code == ClosureCode.FAILED
                                                || code == ClosureCode.BACKED_OUT)
                        .count();
        long issues = ended.stream().filter(code -> code == ClosureCode.WITH_ISSUES).count();
        int points = Math.round(WORST * (failed + issues / 2f) / ended.size());
        if (points == 0) {
            return new RiskFinding(
                    name(), ended.size() < ENOUGH ? 0 : WELL, last(ended) + " went well.");
        }
        return new RiskFinding(
                name(),
                points,
                "Of "
                        + last(ended).toLowerCase(Locale.ROOT)
                        + ", "
                        + failed
                        + " failed or had to be backed out, and "
                        + issues
                        + " had issues.");
    }

    private static String last(List<ClosureCode> ended) {
        return ended.size() == 1
                ? "The last change to the same assets"
                : "The last " + ended.size() + " changes to the same assets";
    }
}
