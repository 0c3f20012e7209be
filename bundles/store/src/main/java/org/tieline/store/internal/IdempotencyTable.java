package org.tieline.store.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.KeyReused;
import org.tieline.api.error.Repeated;
import org.tieline.store.Types;

/** The writes that were done under a key, each kept in the transaction that did it. */
final class IdempotencyTable {
    private static final Table<Record> TABLE = DSL.table(DSL.name("store", "idempotency"));
    private static final Field<String> CALLER = DSL.field(DSL.name("caller"), String.class);
    private static final Field<String> KEY = DSL.field(DSL.name("idempotency_key"), String.class);
    private static final Field<String> FINGERPRINT =
            DSL.field(DSL.name("fingerprint"), String.class);
    private static final Field<String> KIND = DSL.field(DSL.name("kind"), String.class);
    private static final Field<String> RECORD = DSL.field(DSL.name("record"), String.class);
    private static final Field<Instant> AT = DSL.field(DSL.name("happened_at"), Types.INSTANT);

    /** In plain JDBC, as every creation passes here. */
    private static final String KEEP =
            "insert into store.idempotency"
                    + " (caller, idempotency_key, fingerprint, kind, record, happened_at)"
                    + " values (?, ?, ?, ?, ?, ?)";

    private IdempotencyTable() {}

    /**
     * @throws Repeated if the write was done before
     * @throws KeyReused if another write was done under this key
     */
    static void check(DSLContext sql, Caller caller, Idempotency write) {
        Optional<Record> done =
                sql.select(FINGERPRINT, KIND, RECORD)
                        .from(TABLE)
                        .where(CALLER.eq(caller.actor().id()))
                        .and(KEY.eq(write.key()))
                        .fetchOptional()
                        .map(row -> row);
        if (done.isEmpty()) {
            return;
        }
        if (!done.get().get(FINGERPRINT).equals(write.fingerprint())) {
            throw new KeyReused(write.key());
        }
        throw new Repeated(new RecordRef(done.get().get(KIND), done.get().get(RECORD)));
    }

    static void keep(
            Connection connection, Caller caller, Idempotency write, RecordRef record, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, caller.actor().id());
            insert.setString(2, write.key());
            insert.setString(3, write.fingerprint());
            insert.setString(4, record.kind());
            insert.setString(5, record.id());
            Types.bind(insert, 6, now);
            insert.executeUpdate();
        }
    }

    static void purge(DSLContext sql, Instant before) {
        sql.deleteFrom(TABLE).where(AT.lt(before)).execute();
    }
}
