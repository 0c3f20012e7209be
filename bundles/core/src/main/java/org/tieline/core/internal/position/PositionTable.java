package org.tieline.core.internal.position;

import static org.jooq.impl.DSL.noCondition;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Reach;
import org.tieline.api.person.Position;
import org.tieline.store.Columns;

/** The dispatch positions' rows. */
public final class PositionTable {
    public static final Table<Record> POSITION = table("core", "dispatch_position");
    public static final Field<String> ID = text(POSITION, "id");
    public static final Field<String> CENTER = text(POSITION, "center");
    public static final Field<String> SECRET_HASH = text(POSITION, "secret_hash");
    public static final Field<Instant> REVOKED = time(POSITION, "revoked");
    private static final Field<String> NAME = text(POSITION, "name");
    private static final Field<Instant> CREATED = time(POSITION, "created");
    private static final List<Field<?>> COLUMNS = List.of(ID, CENTER, NAME, CREATED, REVOKED);

    private PositionTable() {}

    static Optional<Position> find(DSLContext sql, String id) {
        return sql.select(COLUMNS)
                .from(POSITION)
                .where(ID.eq(id))
                .fetchOptional(PositionTable::position);
    }

    static Optional<Position> lock(DSLContext sql, String id) {
        Columns.lock(sql, POSITION, NAME, ID.eq(id));
        return find(sql, id);
    }

    /** Returns the positions within reach, newest first: ids grow with time. */
    static List<Position> list(DSLContext sql, Reach reach, Optional<String> before, int most) {
        return sql.select(COLUMNS)
                .from(POSITION)
                .where(reach.everywhere() ? noCondition() : CENTER.in(reach.centers()))
                .and(before.map(ID::lt).orElse(noCondition()))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(PositionTable::position);
    }

    static void insert(DSLContext sql, Position position, String secretHash) {
        sql.insertInto(POSITION)
                .set(ID, position.id())
                .set(CENTER, position.center())
                .set(NAME, position.name())
                .set(SECRET_HASH, secretHash)
                .set(CREATED, position.created())
                .execute();
    }

    static void revoke(DSLContext sql, String id, Instant now) {
        sql.update(POSITION).set(REVOKED, now).where(ID.eq(id)).execute();
    }

    private static Position position(Record row) {
        return new Position(
                row.get(ID),
                row.get(CENTER),
                row.get(NAME),
                row.get(CREATED),
                Optional.ofNullable(row.get(REVOKED)));
    }
}
