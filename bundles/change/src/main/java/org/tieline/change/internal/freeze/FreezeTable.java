package org.tieline.change.internal.freeze;

import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Freeze;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.Window;
import org.tieline.store.Columns;

/** The freezes' rows. */
public final class FreezeTable {
    static final Table<Record> FREEZE = table("changes", "change_freeze");
    static final Field<String> ID = text(FREEZE, "id");
    static final Field<String> CENTER = text(FREEZE, "center");
    static final Field<Instant> END = time(FREEZE, "window_end");
    private static final Field<String> TITLE = text(FREEZE, "title");
    private static final Field<String> REASON = text(FREEZE, "reason");
    private static final Field<Instant> START = time(FREEZE, "window_start");
    private static final Field<Instant> LIFTED = time(FREEZE, "lifted");
    private static final Field<Long> VERSION = number(FREEZE, "version");
    private static final Field<Instant> CREATED = time(FREEZE, "created");
    private static final Field<Instant> UPDATED = time(FREEZE, "updated");

    private static final List<Field<?>> COLUMNS =
            List.of(ID, CENTER, TITLE, REASON, START, END, LIFTED, VERSION, CREATED, UPDATED);
    private static final int MOST = 1_000;

    private FreezeTable() {}

    static Optional<Freeze> find(DSLContext sql, String id) {
        return sql.select(COLUMNS).from(FREEZE).where(ID.eq(id)).fetchOptional(FreezeTable::freeze);
    }

    /** Finds a freeze and keeps others from changing it until the transaction ends. */
    static Optional<Freeze> lock(DSLContext sql, String id) {
        Columns.lock(sql, FREEZE, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /** Returns freezes by their end. */
    static List<Freeze> list(DSLContext sql, Condition wanted, int most) {
        return sql.select(COLUMNS)
                .from(FREEZE)
                .where(wanted, LIFTED.isNull())
                .orderBy(END, ID)
                .limit(most)
                .fetch(FreezeTable::freeze);
    }

    /** Returns the freezes of a center and of all that lie over any of a time, by their start. */
    public static List<Freeze> during(DSLContext sql, String center, Window time) {
        return sql.select(COLUMNS)
                .from(FREEZE)
                .where(CENTER.in(center, Caller.EVERYWHERE))
                .and(END.gt(time.start()))
                .and(START.lt(time.end()))
                .and(LIFTED.isNull())
                .orderBy(START, ID)
                .limit(MOST)
                .fetch(FreezeTable::freeze);
    }

    static void insert(DSLContext sql, Freeze freeze) {
        sql.insertInto(FREEZE)
                .set(ID, freeze.id())
                .set(CENTER, freeze.center())
                .set(TITLE, freeze.facts().title())
                .set(REASON, freeze.facts().reason().orElse(null))
                .set(START, freeze.facts().window().start())
                .set(END, freeze.facts().window().end())
                .set(VERSION, freeze.version())
                .set(CREATED, freeze.created())
                .set(UPDATED, freeze.updated())
                .execute();
    }

    static void update(DSLContext sql, Freeze freeze) {
        sql.update(FREEZE)
                .set(TITLE, freeze.facts().title())
                .set(REASON, freeze.facts().reason().orElse(null))
                .set(START, freeze.facts().window().start())
                .set(END, freeze.facts().window().end())
                .set(LIFTED, freeze.lifted().orElse(null))
                .set(VERSION, freeze.version())
                .set(UPDATED, freeze.updated())
                .where(ID.eq(freeze.id()))
                .execute();
    }

    private static Freeze freeze(Record row) {
        return new Freeze(
                row.get(ID),
                row.get(CENTER),
                new FreezeDraft(
                        row.get(TITLE),
                        new Window(row.get(START), row.get(END)),
                        Optional.ofNullable(row.get(REASON))),
                Optional.ofNullable(row.get(LIFTED)),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }
}
