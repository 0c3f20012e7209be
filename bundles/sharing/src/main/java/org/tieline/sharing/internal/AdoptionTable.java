package org.tieline.sharing.internal;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Reach;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionFigures;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.core.record.EnumNames;

/** The rows of what centers made of what others shared. */
final class AdoptionTable {
    private static final Table<Record> ADOPTION = table("sharing", "adoption");
    private static final Field<String> SHARED = text(ADOPTION, "shared");
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
            List.of(SHARED, CENTER, OUTCOME, REASON, MINUTES, MADE_KIND, MADE, BY, BY_NAME, TOLD);

    private AdoptionTable() {}

    static Optional<Adoption> find(DSLContext sql, String shared, String center) {
        return sql.select(COLUMNS)
                .from(ADOPTION)
                .where(SHARED.eq(shared), CENTER.eq(center))
                .fetchOptional()
                .map(AdoptionTable::adoption);
    }

    static List<Adoption> of(DSLContext sql, String shared, Reach reach) {
        return sql.select(COLUMNS)
                .from(ADOPTION)
                .where(SHARED.eq(shared))
                .and(reach.everywhere() ? DSL.noCondition() : CENTER.in(reach.centers()))
                .orderBy(CENTER)
                .fetch(AdoptionTable::adoption);
    }

    /** Returns the centers that took it over. */
    static Set<String> takers(DSLContext sql, String shared) {
        return sql.select(CENTER)
                .from(ADOPTION)
                .where(SHARED.eq(shared), MADE.isNotNull())
                .fetchSet(CENTER);
    }

    /** Returns the id of what a record was made from. */
    static Optional<String> origin(DSLContext sql, RecordRef made) {
        return sql.select(SHARED)
                .from(ADOPTION)
                .where(MADE.eq(made.id()), MADE_KIND.eq(made.kind()))
                .fetchOptional(SHARED);
    }

    static Map<String, AdoptionFigures> figures(DSLContext sql, Collection<String> ids) {
        return sql
                .select(SHARED, OUTCOME, DSL.count(), DSL.sum(MINUTES))
                .from(ADOPTION)
                .where(SHARED.in(ids))
                .groupBy(SHARED, OUTCOME)
                .fetchGroups(SHARED)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, shared -> figures(shared.getValue())));
    }

    private static AdoptionFigures figures(List<? extends Record> rows) {
        Map<AdoptionOutcome, Integer> counts = new EnumMap<>(AdoptionOutcome.class);
        long minutes = 0;
        for (Record row : rows) {
            counts.put(
                    EnumNames.parse(AdoptionOutcome.class, row.get(OUTCOME)),
                    row.get(2, Integer.class));
            minutes += Optional.ofNullable(row.get(3, Long.class)).orElse(0L);
        }
        return new AdoptionFigures(
                counts.getOrDefault(AdoptionOutcome.ADOPTED, 0),
                counts.getOrDefault(AdoptionOutcome.ADAPTED, 0),
                counts.getOrDefault(AdoptionOutcome.REJECTED, 0),
                counts.getOrDefault(AdoptionOutcome.BACKED_OUT, 0),
                minutes);
    }

    /** Writes it anew. */
    static void write(DSLContext sql, Adoption adoption) {
        sql.deleteFrom(ADOPTION)
                .where(SHARED.eq(adoption.shared()), CENTER.eq(adoption.center()))
                .execute();
        sql.insertInto(ADOPTION)
                .set(SHARED, adoption.shared())
                .set(CENTER, adoption.center())
                .set(OUTCOME, EnumNames.of(adoption.outcome()))
                .set(REASON, adoption.reason().orElse(null))
                .set(MINUTES, adoption.minutesSaved().orElse(null))
                .set(MADE_KIND, adoption.made().map(RecordRef::kind).orElse(null))
                .set(MADE, adoption.made().map(RecordRef::id).orElse(null))
                .set(BY, adoption.by())
                .set(BY_NAME, adoption.byName())
                .set(TOLD, adoption.at())
                .execute();
    }

    private static Adoption adoption(Record row) {
        return new Adoption(
                row.get(SHARED),
                row.get(CENTER),
                EnumNames.parse(AdoptionOutcome.class, row.get(OUTCOME)),
                Optional.ofNullable(row.get(REASON)),
                Optional.ofNullable(row.get(MINUTES)),
                Optional.ofNullable(row.get(MADE)).map(id -> new RecordRef(row.get(MADE_KIND), id)),
                row.get(BY),
                row.get(BY_NAME),
                row.get(TOLD));
    }
}
