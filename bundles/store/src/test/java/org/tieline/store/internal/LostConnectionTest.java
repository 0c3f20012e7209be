package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

/** The server ends connections while they are used, as it does when it is restarted. */
class LostConnectionTest {
    private static TestDatabase database;
    private static Store store;
    private static Cars cars;

    @BeforeAll
    static void open() {
        database = TestDatabase.postgres(Clock.systemUTC());
        store = database.database().open(Cars.SCHEMA);
        cars = new Cars(store);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aServerThatTakesNoChangesIsReadAndTakesThemAgainWithoutARestart() {
        String id = cars.add("before");
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            transaction.sql().execute("set transaction read only");
                                            return cars.add(
                                                    transaction, "metro", "no", Instant.EPOCH);
                                        }))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(Unavailable.Reason.READ_ONLY));
        assertThat(cars.name(id)).contains("before");
        Writability writability = database.opened().internal().store().writability();
        Instant end = Instant.now().plusSeconds(30);
        while (writability.hindrance().isPresent()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.onSpinWait();
        }
        cars.add("after");
    }

    @Test
    void aConnectionLostDuringAWriteLeavesNothingAndTheNextWriteWorks() {
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            cars.add(transaction, "metro", "lost", Instant.EPOCH);
                                            transaction
                                                    .sql()
                                                    .fetch(
                                                            "select pg_terminate_backend(pg_backend_pid())");
                                            return null;
                                        }))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        lost -> {
                            assertThat(lost.reason()).isEqualTo(Unavailable.Reason.LOST_CONNECTION);
                            assertThat(lost).hasMessageContaining("nothing was written");
                        });
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR, Cars.NAME.eq("lost"))))
                .isZero();
        assertThat(cars.name(cars.add("found"))).contains("found");
        assertThat(database.journal().verify(Reach.EVERYWHERE).holds()).isTrue();
    }

    @Test
    void aConnectionLostDuringTheCommitIsReportedAsUnknown() {
        store.write(
                Cars.CALLER,
                transaction -> {
                    transaction
                            .sql()
                            .execute(
                                    "create function cars.vanish() returns trigger language plpgsql as"
                                            + " 'begin perform pg_terminate_backend(pg_backend_pid());"
                                            + " return null; end'");
                    transaction
                            .sql()
                            .execute(
                                    "create constraint trigger vanish after insert on cars.car"
                                            + " deferrable initially deferred for each row"
                                            + " when (new.name = 'vanish') execute function"
                                            + " cars.vanish()");
                    return null;
                });
        assertThatThrownBy(() -> cars.add("vanish"))
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        lost ->
                                assertThat(lost)
                                        .hasMessageContaining("may or may not")
                                        .hasMessageContaining("Idempotency-Key"));
    }
}
