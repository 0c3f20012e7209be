package org.tieline.core.internal.center;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Search;
import org.tieline.store.Columns;

/** The centers' rows. */
public final class CenterTable {
    private static final Table<Record> CENTER = table("core", "center");
    static final Field<String> ID = text(CENTER, "id");
    static final Field<String> SEARCH_TEXT = text(CENTER, "search_text");
    static final Field<String> STATE = text(CENTER, "state");
    private static final Field<String> NAME = text(CENTER, "name");
    private static final Field<String> KIND = text(CENTER, "kind");
    private static final Field<String> TIME_ZONE = text(CENTER, "time_zone");
    private static final Field<String> FCC_PSAP_ID = text(CENTER, "fcc_psap_id");
    private static final Field<Long> VERSION = number(CENTER, "version");
    private static final Field<Instant> CREATED = time(CENTER, "created");
    private static final Field<Instant> UPDATED = time(CENTER, "updated");
    private static final List<Field<?>> COLUMNS =
            List.of(ID, NAME, KIND, TIME_ZONE, STATE, FCC_PSAP_ID, VERSION, CREATED, UPDATED);

    private static final Table<Record> NEIGHBOUR = table("core", "center_neighbour");
    private static final Field<String> NEIGHBOUR_CENTER = text(NEIGHBOUR, "center");
    private static final Field<String> NEIGHBOUR_NEIGHBOUR = text(NEIGHBOUR, "neighbour");
    private static final Field<Integer> NEIGHBOUR_PLACE = place(NEIGHBOUR, "place");

    private static final Table<Record> BACKUP = table("core", "center_backup");
    private static final Field<String> BACKUP_CENTER = text(BACKUP, "center");
    private static final Field<String> BACKUP_BACKUP = text(BACKUP, "backup");
    private static final Field<Integer> BACKUP_PLACE = place(BACKUP, "place");

    private CenterTable() {}

    /** Tells whether this is the id of a center, or stands for the installation. */
    public static boolean isCenter(DSLContext sql, String id) {
        return id.equals(Caller.EVERYWHERE) || sql.fetchExists(CENTER, ID.eq(id));
    }

    /** Returns those of the ids that no center has. */
    public static Set<String> unknown(DSLContext sql, Collection<String> ids) {
        Set<String> unknown = new HashSet<>(ids);
        unknown.remove(Caller.EVERYWHERE);
        if (!unknown.isEmpty()) {
            unknown.removeAll(sql.select(ID).from(CENTER).where(ID.in(unknown)).fetchSet(ID));
        }
        return unknown;
    }

    /** Returns those of the ids that no center has that is not closed. */
    static Set<String> notOpen(DSLContext sql, Collection<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        if (!missing.isEmpty()) {
            missing.removeAll(
                    sql.select(ID)
                            .from(CENTER)
                            .where(ID.in(ids), STATE.ne(EnumNames.of(CenterState.CLOSED)))
                            .fetchSet(ID));
        }
        return missing;
    }

    public static Optional<Center> find(DSLContext sql, String id) {
        return read(sql, sql.select(COLUMNS).from(CENTER).where(ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    /** Finds a center and keeps others from changing it until the transaction ends. */
    static Optional<Center> lock(DSLContext sql, String id) {
        Columns.lock(sql, CENTER, VERSION, ID.eq(id));
        return find(sql, id);
    }

    static List<Center> list(DSLContext sql, Condition wanted, int most) {
        return read(
                sql,
                sql.select(COLUMNS).from(CENTER).where(wanted).orderBy(ID).limit(most).fetch());
    }

    static List<CenterEntry> directory(DSLContext sql, Condition wanted, int most) {
        return sql.select(ID, NAME, KIND, STATE)
                .from(CENTER)
                .where(wanted)
                .orderBy(ID)
                .limit(most)
                .fetch(
                        row ->
                                new CenterEntry(
                                        row.get(ID),
                                        row.get(NAME),
                                        EnumNames.parse(CenterKind.class, row.get(KIND)),
                                        EnumNames.parse(CenterState.class, row.get(STATE))));
    }

    private static Map<Field<?>, Object> changing(Center center) {
        CenterDraft facts = center.facts();
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(NAME, facts.name());
        row.put(SEARCH_TEXT, Search.column(center.id(), facts.name()));
        row.put(KIND, EnumNames.of(facts.kind()));
        row.put(TIME_ZONE, facts.timeZone().getId());
        row.put(STATE, EnumNames.of(facts.state()));
        row.put(FCC_PSAP_ID, facts.fccPsapId().orElse(null));
        row.put(VERSION, center.version());
        row.put(UPDATED, center.updated());
        return row;
    }

    static void insert(DSLContext sql, Center center) {
        sql.insertInto(CENTER)
                .set(ID, center.id())
                .set(CREATED, center.created())
                .set(changing(center))
                .execute();
        insertLinks(sql, center);
    }

    static void update(DSLContext sql, Center center) {
        sql.update(CENTER).set(changing(center)).where(ID.eq(center.id())).execute();
        sql.deleteFrom(NEIGHBOUR).where(NEIGHBOUR_CENTER.eq(center.id())).execute();
        sql.deleteFrom(BACKUP).where(BACKUP_CENTER.eq(center.id())).execute();
        insertLinks(sql, center);
    }

    private static void insertLinks(DSLContext sql, Center center) {
        List<String> neighbours = center.facts().neighbours();
        for (int place = 0; place < neighbours.size(); place++) {
            sql.insertInto(NEIGHBOUR)
                    .set(NEIGHBOUR_CENTER, center.id())
                    .set(NEIGHBOUR_NEIGHBOUR, neighbours.get(place))
                    .set(NEIGHBOUR_PLACE, place)
                    .execute();
        }
        List<String> backups = center.facts().backups();
        for (int place = 0; place < backups.size(); place++) {
            sql.insertInto(BACKUP)
                    .set(BACKUP_CENTER, center.id())
                    .set(BACKUP_BACKUP, backups.get(place))
                    .set(BACKUP_PLACE, place)
                    .execute();
        }
    }

    private static List<Center> read(DSLContext sql, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(row -> row.get(ID)).toList();
        Map<String, List<String>> neighbours =
                links(sql, NEIGHBOUR, NEIGHBOUR_CENTER, NEIGHBOUR_NEIGHBOUR, NEIGHBOUR_PLACE, ids);
        Map<String, List<String>> backups =
                links(sql, BACKUP, BACKUP_CENTER, BACKUP_BACKUP, BACKUP_PLACE, ids);
        Map<String, List<String>> backsUp =
                links(sql, BACKUP, BACKUP_BACKUP, BACKUP_CENTER, BACKUP_CENTER, ids);
        return rows.stream()
                .map(
                        row -> {
                            String id = row.get(ID);
                            return new Center(
                                    id,
                                    facts(
                                            row,
                                            neighbours.getOrDefault(id, List.of()),
                                            backups.getOrDefault(id, List.of())),
                                    backsUp.getOrDefault(id, List.of()),
                                    row.get(VERSION),
                                    row.get(CREATED),
                                    row.get(UPDATED));
                        })
                .toList();
    }

    private static CenterDraft facts(Record row, List<String> neighbours, List<String> backups) {
        return new CenterDraft(
                row.get(NAME),
                EnumNames.parse(CenterKind.class, row.get(KIND)),
                ZoneId.of(row.get(TIME_ZONE)),
                EnumNames.parse(CenterState.class, row.get(STATE)),
                Optional.ofNullable(row.get(FCC_PSAP_ID)),
                neighbours,
                backups);
    }

    /** Sorted here: to sort a handful of rows costs Derby more than to find them. */
    private static <T extends Comparable<T>> Map<String, List<String>> links(
            DSLContext sql,
            Table<Record> table,
            Field<String> from,
            Field<String> to,
            Field<T> order,
            List<String> ids) {
        return sql.select(from, to, order).from(table).where(from.in(ids)).fetch().stream()
                .sorted(Comparator.comparing(row -> row.get(order)))
                .collect(groupingBy(row -> row.get(from), mapping(row -> row.get(to), toList())));
    }
}
