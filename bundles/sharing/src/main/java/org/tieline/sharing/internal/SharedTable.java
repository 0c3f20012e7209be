package org.tieline.sharing.internal;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.sharing.Shared;
import org.tieline.store.Columns;

/** The rows of what is shared, of its fields, and of who sees it. */
final class SharedTable {
    private static final String SCHEMA = "sharing";

    private static final Table<Record> SHARED = table(SCHEMA, "shared_record");
    private static final Field<String> ID = text(SHARED, "id");
    private static final Field<String> KIND = text(SHARED, "kind");
    private static final Field<String> CENTER = text(SHARED, "center");
    private static final Field<String> RECORD_KIND = text(SHARED, "record_kind");
    private static final Field<String> RECORD = text(SHARED, "record");
    private static final Field<String> TITLE = text(SHARED, "title");
    private static final Field<String> BY = text(SHARED, "by_id");
    private static final Field<String> BY_NAME = text(SHARED, "by_name");
    private static final Field<Long> VERSION = number(SHARED, "version");
    private static final Field<Instant> PUBLISHED = time(SHARED, "published");
    private static final Field<Instant> WITHDRAWN = time(SHARED, "withdrawn");

    private static final Table<Record> FIELD = table(SCHEMA, "shared_field");
    private static final Field<String> FIELD_OF = text(FIELD, "shared");
    private static final Field<String> FIELD_NAME = text(FIELD, "field");
    private static final Field<String> CONTENT = text(FIELD, "content");

    private static final Table<Record> PLACE = table(SCHEMA, "shared_place");
    private static final Field<String> PLACED = text(PLACE, "shared");
    private static final Field<String> PLACED_KIND = text(PLACE, "kind");
    private static final Field<String> PLACE_CENTER = text(PLACE, "center");

    private SharedTable() {}

    static Optional<Shared> find(DSLContext sql, String id) {
        return all(sql, ID.eq(id)).values().stream().findFirst();
    }

    static Optional<Shared> of(DSLContext sql, RecordRef record) {
        return all(sql, RECORD_KIND.eq(record.kind()).and(RECORD.eq(record.id()))).values().stream()
                .findFirst();
    }

    /** Finds one and keeps others from changing it until the transaction ends. */
    static Optional<Shared> lock(DSLContext sql, String id) {
        Columns.lock(sql, SHARED, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /** Returns what is seen in a center within reach, the latest first. */
    static List<Shared> list(
            DSLContext sql, String kind, Reach reach, Optional<String> before, int most) {
        List<String> ids =
                reach.everywhere()
                        ? sql.select(ID)
                                .from(SHARED)
                                .where(KIND.eq(kind))
                                .and(before.map(ID::lt).orElseGet(DSL::noCondition))
                                .orderBy(ID.desc())
                                .limit(most)
                                .fetch(ID)
                        : sql.selectDistinct(PLACED)
                                .from(PLACE)
                                .where(PLACED_KIND.eq(kind), PLACE_CENTER.in(seers(reach)))
                                .and(before.map(PLACED::lt).orElseGet(DSL::noCondition))
                                .orderBy(PLACED.desc())
                                .limit(most)
                                .fetch(PLACED);
        Map<String, Shared> found = all(sql, ID.in(ids));
        return ids.stream().map(found::get).toList();
    }

    private static Set<String> seers(Reach reach) {
        Set<String> seers = new HashSet<>(reach.centers());
        if (!seers.isEmpty()) {
            seers.add(Caller.EVERYWHERE);
        }
        return seers;
    }

    /** Returns which of these are seen in a center within reach. */
    static Set<String> seen(DSLContext sql, String kind, Collection<String> ids, Reach reach) {
        return reach.everywhere()
                ? sql.select(ID).from(SHARED).where(KIND.eq(kind), ID.in(ids)).fetchSet(ID)
                : sql.selectDistinct(PLACED)
                        .from(PLACE)
                        .where(PLACED_KIND.eq(kind), PLACED.in(ids), PLACE_CENTER.in(seers(reach)))
                        .fetchSet(PLACED);
    }

    /** Writes it anew. */
    static void write(DSLContext sql, Optional<Shared> before, Shared after) {
        Map<Field<?>, Object> values = values(after);
        if (before.isEmpty()) {
            sql.insertInto(SHARED).set(values).execute();
        } else {
            sql.update(SHARED).set(values).where(ID.eq(after.id())).execute();
            sql.deleteFrom(FIELD).where(FIELD_OF.eq(after.id())).execute();
            sql.deleteFrom(PLACE).where(PLACED.eq(after.id())).execute();
        }
        if (!after.fields().isEmpty()) {
            var fields = sql.insertInto(FIELD, FIELD_OF, FIELD_NAME, CONTENT);
            after.fields().forEach((field, content) -> fields.values(after.id(), field, content));
            fields.execute();
        }
        Set<String> seers = new HashSet<>(AdoptionTable.takers(sql, after.id()));
        seers.add(after.center());
        seers.addAll(after.everybody() ? Set.of(Caller.EVERYWHERE) : after.centers());
        var places = sql.insertInto(PLACE, PLACED, PLACED_KIND, PLACE_CENTER);
        seers.forEach(center -> places.values(after.id(), after.ref().kind(), center));
        places.execute();
    }

    private static Map<Field<?>, Object> values(Shared shared) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ID, shared.id());
        values.put(KIND, shared.ref().kind());
        values.put(CENTER, shared.center());
        values.put(RECORD_KIND, shared.record().kind());
        values.put(RECORD, shared.record().id());
        values.put(TITLE, shared.title());
        values.put(BY, shared.by());
        values.put(BY_NAME, shared.byName());
        values.put(VERSION, shared.version());
        values.put(PUBLISHED, shared.published());
        values.put(WITHDRAWN, shared.withdrawn().orElse(null));
        return values;
    }

    private static Map<String, Shared> all(DSLContext sql, Condition wanted) {
        var rows =
                sql.select(
                                ID,
                                KIND,
                                CENTER,
                                RECORD_KIND,
                                RECORD,
                                TITLE,
                                BY,
                                BY_NAME,
                                VERSION,
                                PUBLISHED,
                                WITHDRAWN)
                        .from(SHARED)
                        .where(wanted)
                        .fetch();
        List<String> ids = rows.getValues(ID);
        Map<String, Map<String, String>> fields = new HashMap<>();
        sql.select(FIELD_OF, FIELD_NAME, CONTENT)
                .from(FIELD)
                .where(FIELD_OF.in(ids))
                .forEach(
                        row ->
                                fields.computeIfAbsent(row.get(FIELD_OF), any -> new HashMap<>())
                                        .put(row.get(FIELD_NAME), row.get(CONTENT)));
        Map<String, List<String>> places =
                sql.select(PLACED, PLACE_CENTER)
                        .from(PLACE)
                        .where(PLACED.in(ids))
                        .fetchGroups(PLACED, PLACE_CENTER);
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get(ID),
                                row ->
                                        shared(
                                                row,
                                                fields.getOrDefault(row.get(ID), Map.of()),
                                                places.getOrDefault(row.get(ID), List.of()))));
    }

    private static Shared shared(Record row, Map<String, String> fields, List<String> places) {
        boolean everybody = places.contains(Caller.EVERYWHERE);
        return new Shared(
                new RecordRef(row.get(KIND), row.get(ID)),
                row.get(CENTER),
                new RecordRef(row.get(RECORD_KIND), row.get(RECORD)),
                row.get(TITLE),
                fields,
                everybody,
                places.stream()
                        .filter(center -> !everybody && !center.equals(row.get(CENTER)))
                        .collect(Collectors.toSet()),
                row.get(BY),
                row.get(BY_NAME),
                row.get(VERSION),
                row.get(PUBLISHED),
                Optional.ofNullable(row.get(WITHDRAWN)));
    }
}
