package org.tieline.change.internal.delegation;

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
import org.tieline.api.change.Delegation;
import org.tieline.api.change.Who;
import org.tieline.store.Columns;

/** The rows of who votes in whose place. */
final class DelegationTable {
    private static final Table<Record> DELEGATION = table("changes", "change_delegation");
    private static final Field<String> ID = text(DELEGATION, "id");
    static final Field<String> CENTER = text(DELEGATION, "center");
    static final Field<String> HOLDER = text(DELEGATION, "holder");
    private static final Field<String> HOLDER_NAME = text(DELEGATION, "holder_name");
    static final Field<String> DELEGATE = text(DELEGATION, "delegate");
    private static final Field<String> DELEGATE_NAME = text(DELEGATION, "delegate_name");
    private static final Field<Instant> STARTS = time(DELEGATION, "starts");
    private static final Field<Instant> ENDS = time(DELEGATION, "ends");
    private static final Field<Instant> ENDED = time(DELEGATION, "ended");

    private DelegationTable() {}

    /** Returns those that are not over, by their end. */
    static List<Delegation> ahead(DSLContext sql, Condition whose, Instant now, int most) {
        return sql.select(
                        ID,
                        CENTER,
                        HOLDER,
                        HOLDER_NAME,
                        DELEGATE,
                        DELEGATE_NAME,
                        STARTS,
                        ENDS,
                        ENDED)
                .from(DELEGATION)
                .where(whose, ENDS.gt(now), ENDED.isNull())
                .orderBy(ENDS, ID)
                .limit(most)
                .fetch(DelegationTable::delegation);
    }

    static Optional<Delegation> find(DSLContext sql, String id) {
        return sql.select(
                        ID,
                        CENTER,
                        HOLDER,
                        HOLDER_NAME,
                        DELEGATE,
                        DELEGATE_NAME,
                        STARTS,
                        ENDS,
                        ENDED)
                .from(DELEGATION)
                .where(ID.eq(id))
                .fetchOptional()
                .map(DelegationTable::delegation);
    }

    /** Finds one and keeps others from changing it until the transaction ends. */
    static Optional<Delegation> lock(DSLContext sql, String id) {
        Columns.lock(sql, DELEGATION, CENTER, ID.eq(id));
        return find(sql, id);
    }

    static void insert(DSLContext sql, Delegation one) {
        sql.insertInto(DELEGATION)
                .set(ID, one.id())
                .set(CENTER, one.center())
                .set(HOLDER, one.holder().id())
                .set(HOLDER_NAME, one.holder().name())
                .set(DELEGATE, one.delegate().id())
                .set(DELEGATE_NAME, one.delegate().name())
                .set(STARTS, one.from())
                .set(ENDS, one.until())
                .execute();
    }

    static void end(DSLContext sql, String id, Instant at) {
        sql.update(DELEGATION).set(ENDED, at).where(ID.eq(id)).execute();
    }

    private static Delegation delegation(Record row) {
        return new Delegation(
                row.get(ID),
                row.get(CENTER),
                new Who(row.get(HOLDER), row.get(HOLDER_NAME)),
                new Who(row.get(DELEGATE), row.get(DELEGATE_NAME)),
                row.get(STARTS),
                row.get(ENDS),
                Optional.ofNullable(row.get(ENDED)));
    }
}
