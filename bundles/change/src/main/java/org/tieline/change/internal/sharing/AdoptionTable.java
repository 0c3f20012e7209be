package org.tieline.change.internal.sharing;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Reach;
import org.tieline.api.change.Adoption;
import org.tieline.api.change.AdoptionFigures;
import org.tieline.api.change.AdoptionOutcome;
import org.tieline.api.change.Who;
import org.tieline.core.record.Names;

/** The rows of what centers made of what others shared. */
final class AdoptionTable {
    private static final Table<Record> ADOPTION = table("changes", "change_adoption");
    private static final Field<String> SHARE = text(ADOPTION, "share");
    private static final Field<String> CENTER = text(ADOPTION, "center");
    private static final Field<String> OUTCOME = text(ADOPTION, "outcome");
    private static final Field<String> REASON = text(ADOPTION, "reason");
    private static final Field<Integer> MINUTES = place(ADOPTION, "minutes");
    private static final Field<String> MADE_KIND = text(ADOPTION, "made_kind");
    private static final Field<String> MADE = text(ADOPTION, "made_id");
    private static final Field<String> BY = text(ADOPTION, "by_id");
    private static final Field<String> BY_NAME = text(ADOPTION, "by_name");
    private static final Field<Instant> TOLD = time(ADOPTION, "told");

    private static final List<Field<?>> COLUMNS =
            List.of(SHARE, CENTER, OUTCOME, REASON, MINUTES, MADE_KIND, MADE, BY, BY_NAME, TOLD);

    private AdoptionTable() {}

    static Optional<Adoption> find(DSLContext sql, String share, String center) {
        return sql.select(COLUMNS)
                .from(ADOPTION)
                .where(SHARE.eq(share), CENTER.eq(center))
                .fetchOptional()
                .map(AdoptionTable::adoption);
    }

    static List<Adoption> of(DSLContext sql, String share, Reach reach) {
        return sql.select(COLUMNS)
                .from(ADOPTION)
                .where(SHARE.eq(share))
                .and(reach.everywhere() ? DSL.noCondition() : CENTER.in(reach.centers()))
                .orderBy(CENTER)
                .fetch(AdoptionTable::adoption);
    }

    /** Returns the centers that took it over. */
    static Set<String> takers(DSLContext sql, String share) {
        return sql.select(CENTER)
                .from(ADOPTION)
                .where(SHARE.eq(share), MADE.isNotNull())
                .fetchSet(CENTER);
    }

    /** Returns the id of what a record was made from. */
    static Optional<String> origin(DSLContext sql, RecordRef made) {
        return sql.select(SHARE)
                .from(ADOPTION)
                .where(MADE.eq(made.id()), MADE_KIND.eq(made.kind()))
                .fetchOptional(SHARE);
    }

    static Map<String, AdoptionFigures> figures(DSLContext sql, Collection<String> shares) {
        Map<String, AdoptionFigures> figures = new HashMap<>();
        sql.select(SHARE, OUTCOME, DSL.count(), DSL.sum(MINUTES))
                .from(ADOPTION)
                .where(SHARE.in(shares))
                .groupBy(SHARE, OUTCOME)
                .forEach(row -> figures.merge(row.get(SHARE), counted(row), AdoptionTable::sum));
        return figures;
    }

    private static AdoptionFigures counted(Record row) {
        AdoptionOutcome outcome = Names.parse(AdoptionOutcome.class, row.get(OUTCOME));
        int count = row.get(2, Integer.class);
        long minutes = Optional.ofNullable(row.get(3, Long.class)).orElse(0L);
        return new AdoptionFigures(
                outcome == AdoptionOutcome.ADOPTED ? count : 0,
                outcome == AdoptionOutcome.ADAPTED ? count : 0,
                outcome == AdoptionOutcome.REJECTED ? count : 0,
                outcome == AdoptionOutcome.BACKED_OUT ? count : 0,
                minutes);
    }

    private static AdoptionFigures sum(AdoptionFigures one, AdoptionFigures other) {
        return new AdoptionFigures(
                one.adopted() + other.adopted(),
                one.adapted() + other.adapted(),
                one.rejected() + other.rejected(),
                one.backedOut() + other.backedOut(),
                one.minutesSaved() + other.minutesSaved());
    }

    /** Writes it anew. */
    static void write(DSLContext sql, Adoption adoption) {
        sql.deleteFrom(ADOPTION)
                .where(SHARE.eq(adoption.share()), CENTER.eq(adoption.center()))
                .execute();
        sql.insertInto(ADOPTION)
                .set(SHARE, adoption.share())
                .set(CENTER, adoption.center())
                .set(OUTCOME, Names.of(adoption.outcome()))
                .set(REASON, adoption.reason().orElse(null))
                .set(MINUTES, adoption.minutesSaved().orElse(null))
                .set(MADE_KIND, adoption.made().map(RecordRef::kind).orElse(null))
                .set(MADE, adoption.made().map(RecordRef::id).orElse(null))
                .set(BY, adoption.by().id())
                .set(BY_NAME, adoption.by().name())
                .set(TOLD, adoption.at())
                .execute();
    }

    private static Adoption adoption(Record row) {
        return new Adoption(
                row.get(SHARE),
                row.get(CENTER),
                Names.parse(AdoptionOutcome.class, row.get(OUTCOME)),
                Optional.ofNullable(row.get(REASON)),
                Optional.ofNullable(row.get(MINUTES)),
                Optional.ofNullable(row.get(MADE)).map(id -> new RecordRef(row.get(MADE_KIND), id)),
                new Who(row.get(BY), row.get(BY_NAME)),
                row.get(TOLD));
    }
}
