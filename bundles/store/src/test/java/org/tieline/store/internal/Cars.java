package org.tieline.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.store.Ids;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.Transaction;
import org.tieline.store.Types;

/** A capability to try the store with. */
record Cars(Store store) {
    static final Schema SCHEMA = new Schema("cars", Cars.class, List.of("001-cars.sql"));
    static final Table<Record> CAR = DSL.table(DSL.name("cars", "car"));
    static final Field<String> ID = DSL.field(DSL.name("id"), String.class);
    static final Field<String> NAME = DSL.field(DSL.name("name"), String.class);
    static final Field<Instant> SEEN = DSL.field(DSL.name("seen_at"), Types.INSTANT);
    static final Caller CALLER = Caller.system("test");

    String add(String name) {
        return add(CALLER, "metro", name, Instant.EPOCH);
    }

    String add(Caller caller, String center, String name, Instant seen) {
        return store.write(caller, transaction -> add(transaction, center, name, seen));
    }

    String add(Transaction transaction, String center, String name, Instant seen) {
        String id = Ids.next();
        transaction.sql().insertInto(CAR, ID, NAME, SEEN).values(id, name, seen).execute();
        transaction.journal(
                center,
                new RecordRef("car", id),
                1,
                "created",
                List.of(new FieldChange("name", Optional.empty(), Optional.of(name))));
        return id;
    }

    void rename(Transaction transaction, String id, String name) {
        transaction.sql().update(CAR).set(NAME, name).where(ID.eq(id)).execute();
    }

    Optional<String> name(String id) {
        return store.read(sql -> sql.select(NAME).from(CAR).where(ID.eq(id)).fetchOptional(NAME));
    }

    Optional<Instant> seen(String id) {
        return store.read(sql -> sql.select(SEEN).from(CAR).where(ID.eq(id)).fetchOptional(SEEN));
    }
}
