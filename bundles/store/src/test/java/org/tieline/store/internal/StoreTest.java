package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.KeyReused;
import org.tieline.api.error.Repeated;
import org.tieline.store.Ids;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.Types;
import org.tieline.store.testing.TestDatabase;

/** What the store promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest {
    static final Schema CARS = new Schema("cars", StoreTest.class, List.of("001-cars.sql"));
    static final Table<Record> CAR = DSL.table(DSL.name("cars", "car"));
    static final Field<String> ID = DSL.field(DSL.name("id"), String.class);
    static final Field<String> NAME = DSL.field(DSL.name("name"), String.class);
    static final Field<Instant> SEEN = DSL.field(DSL.name("seen_at"), Types.INSTANT);
    static final Caller CALLER = Caller.system("test");

    private TestDatabase database;
    private Store store;

    abstract TestDatabase open();

    @BeforeAll
    void start() {
        database = open();
        store = database.database().open(CARS);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private String add(Caller caller, String name, Instant seen) {
        String id = Ids.next();
        return store.write(
                caller,
                transaction -> {
                    transaction
                            .sql()
                            .insertInto(CAR, ID, NAME, SEEN)
                            .values(id, name, seen)
                            .execute();
                    transaction.journal(
                            "metro",
                            new RecordRef("car", id),
                            1,
                            "created",
                            List.of(new FieldChange("name", Optional.empty(), Optional.of(name))));
                    return id;
                });
    }

    private Optional<Record> find(String id) {
        return store.read(
                sql -> sql.select(NAME, SEEN).from(CAR).where(ID.eq(id)).fetchOptional(r -> r));
    }

    @Test
    void aTimeThatTheMachinesZoneSkipsIsKeptToTheMicrosecond() {
        Instant skipped = Instant.parse("2026-03-08T02:30:00.123456Z");
        String id = add(CALLER, "engine 1", skipped);
        assertThat(find(id).orElseThrow().get(SEEN)).isEqualTo(skipped);
    }

    @Test
    void aWriteThatFailsLeavesNothing() {
        String id = Ids.next();
        assertThatThrownBy(
                        () ->
                                store.write(
                                        CALLER,
                                        transaction -> {
                                            transaction
                                                    .sql()
                                                    .insertInto(CAR, ID, NAME)
                                                    .values(id, "half")
                                                    .execute();
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");
        assertThat(find(id)).isEmpty();
    }

    @Test
    void theSameKeyAndRequestIsDoneOnce() {
        Caller once = CALLER.once(new Idempotency("key-1", "a".repeat(64)));
        String id = add(once, "engine 2", Instant.EPOCH);
        assertThatThrownBy(() -> add(once, "engine 2", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Repeated.class,
                        repeated ->
                                assertThat(repeated.record()).isEqualTo(new RecordRef("car", id)));
        assertThatThrownBy(
                        () ->
                                add(
                                        CALLER.once(new Idempotency("key-1", "b".repeat(64))),
                                        "engine 3",
                                        Instant.EPOCH))
                .isInstanceOf(KeyReused.class);
    }
}
