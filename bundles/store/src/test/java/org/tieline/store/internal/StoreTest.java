package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.KeyReused;
import org.tieline.api.error.Repeated;
import org.tieline.api.error.Stale;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Rehearsal;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest {
    private final Vendor vendor;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private TestDatabase database;
    private Store store;
    private Cars cars;

    StoreTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void open() {
        database = vendor.open(Clock.systemUTC());
        store = database.database().open(Cars.SCHEMA);
        cars = new Cars(store);
    }

    @AfterAll
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void aTimeThatTheMachinesZoneSkipsIsKeptToTheMicrosecond() {
        Instant skipped = Instant.parse("2026-03-08T02:30:00.123456Z");
        String id = cars.add(Cars.CALLER, "metro", "engine 1", skipped);
        assertThat(cars.seen(id)).contains(skipped);
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR, Cars.SEEN.eq(skipped))))
                .isEqualTo(1);
    }

    @Test
    void aWriteThatFailsLeavesNeitherRowNorLine() {
        long before = database.journal().position().orElse(0L);
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            cars.add(transaction, "metro", "half", Instant.EPOCH);
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR, Cars.NAME.eq("half"))))
                .isZero();
        assertThat(database.journal().position().orElse(0L)).isEqualTo(before);
    }

    @Test
    void aRehearsalLeavesNeitherRowNorLineNorWhatFollows() throws Exception {
        long before = database.journal().position().orElse(0L);
        AtomicBoolean followed = new AtomicBoolean();
        String answer =
                Rehearsal.of(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            cars.add(
                                                    transaction,
                                                    "metro",
                                                    "rehearsed",
                                                    Instant.EPOCH);
                                            transaction.afterCommit(() -> followed.set(true));
                                            return "written";
                                        }));
        assertThat(answer).isEqualTo("written");
        assertThat(followed).isFalse();
        assertThat(Rehearsal.running()).isFalse();
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR, Cars.NAME.eq("rehearsed"))))
                .isZero();
        assertThat(database.journal().position().orElse(0L)).isEqualTo(before);
        store.write(
                Cars.CALLER,
                transaction -> {
                    cars.add(transaction, "metro", "for good", Instant.EPOCH);
                    return null;
                });
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR, Cars.NAME.eq("for good"))))
                .isEqualTo(1);
        assertThat(database.journal().position().orElse(0L)).isGreaterThan(before);
    }

    @Test
    void theSameKeyAndRequestIsDoneOnce() {
        Caller once = Cars.CALLER.once(new Idempotency("key-1", "a".repeat(64)));
        String id = cars.add(once, "metro", "engine 2", Instant.EPOCH);
        assertThatThrownBy(() -> cars.add(once, "metro", "engine 2", Instant.EPOCH))
                .isInstanceOfSatisfying(
                        Repeated.class,
                        repeated ->
                                assertThat(repeated.record()).isEqualTo(new RecordRef("car", id)));
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        Idempotency first = new Idempotency("key-2", "a".repeat(64));
        Idempotency second = new Idempotency("key-2", "b".repeat(64));
        cars.add(Cars.CALLER.once(first), "metro", "engine 3", Instant.EPOCH);
        assertThatThrownBy(
                        () ->
                                cars.add(
                                        Cars.CALLER.once(second),
                                        "metro",
                                        "engine 3",
                                        Instant.EPOCH))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherWrite() {
        Idempotency key = new Idempotency("key-3", "a".repeat(64));
        cars.add(Cars.CALLER.once(key), "metro", "engine 4", Instant.EPOCH);
        assertThat(cars.add(Caller.system("other").once(key), "metro", "engine 4", Instant.EPOCH))
                .isNotEmpty();
    }

    @Test
    void ofManyThatArriveAtOnceUnderOneKeyExactlyOneIsDone() throws Exception {
        Caller once = Cars.CALLER.once(new Idempotency("key-4", "a".repeat(64)));
        CyclicBarrier together = new CyclicBarrier(4);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            attempts.add(
                    threads.submit(
                            () -> {
                                together.await(60, TimeUnit.SECONDS);
                                try {
                                    cars.add(once, "metro", "at once", Instant.EPOCH);
                                    return true;
                                } catch (Repeated e) {
                                    return false;
                                }
                            }));
        }
        int done = 0;
        for (Future<Boolean> attempt : attempts) {
            done += attempt.get(120, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
        assertThat(store.<Integer>read(sql -> sql.fetchCount(Cars.CAR, Cars.NAME.eq("at once"))))
                .isEqualTo(1);
    }

    @Test
    void writesThatLockEachOtherOutBothSucceed() throws Exception {
        String one = cars.add("one");
        String two = cars.add("two");
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHold = new CyclicBarrier(2);
        Future<?> there = threads.submit(renaming(one, two, attempts, bothHold));
        Future<?> back = threads.submit(renaming(two, one, attempts, bothHold));
        there.get(60, TimeUnit.SECONDS);
        back.get(60, TimeUnit.SECONDS);
        assertThat(attempts.get()).isGreaterThan(2);
        assertThat(cars.name(one)).isEqualTo(cars.name(two));
    }

    private Callable<Void> renaming(
            String first, String second, AtomicInteger attempts, CyclicBarrier bothHold) {
        AtomicBoolean met = new AtomicBoolean();
        return () ->
                store.write(
                        Cars.CALLER,
                        transaction -> {
                            attempts.incrementAndGet();
                            cars.rename(transaction, first, "by " + first);
                            if (met.compareAndSet(false, true)) {
                                await(bothHold);
                            }
                            cars.rename(transaction, second, "by " + first);
                            return null;
                        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRecordHeldByOthersForTooLongIsReportedAsBusy() throws Exception {
        String id = cars.add("held");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> holder =
                threads.submit(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            cars.rename(transaction, id, "mine");
                                            held.countDown();
                                            await(release);
                                            return null;
                                        }));
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
        try {
            assertThatThrownBy(
                            () ->
                                    store.write(
                                            Cars.CALLER,
                                            transaction -> {
                                                if (vendor == Vendor.POSTGRES) {
                                                    transaction
                                                            .sql()
                                                            .execute(
                                                                    "set local lock_timeout = 300");
                                                }
                                                cars.rename(transaction, id, "yours");
                                                return null;
                                            }))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            busy -> assertThat(busy.reason()).isEqualTo(Unavailable.Reason.BUSY));
        } finally {
            release.countDown();
        }
        holder.get(60, TimeUnit.SECONDS);
        assertThat(cars.name(id)).contains("mine");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWriteInsideAWriteIsRefused() {
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            cars.add("inner");
                                            return null;
                                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatJoinsAWriteIsDoneWithItOrNotAtAllAndAloneIsAWriteOfItsOwn() {
        String inner = "inner " + vendor;
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            join(inner);
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");
        assertThat(named(inner)).isZero();
        store.write(Cars.CALLER, transaction -> join(inner));
        join(inner);
        assertThat(named(inner)).isEqualTo(2);
    }

    private String join(String name) {
        return store.join(
                Cars.CALLER, transaction -> cars.add(transaction, "metro", name, Instant.EPOCH));
    }

    private int named(String name) {
        return store.read(sql -> sql.fetchCount(Cars.CAR, Cars.NAME.eq(name)));
    }

    @Test
    void whatFollowsACommitMayWriteAndItsFailureDoesNotUndoTheWrite() {
        AtomicBoolean followed = new AtomicBoolean();
        String id =
                store.write(
                        Cars.CALLER,
                        transaction -> {
                            transaction.afterCommit(
                                    () -> {
                                        throw new IllegalStateException("too late");
                                    });
                            transaction.afterCommit(
                                    () -> {
                                        cars.add("after");
                                        followed.set(true);
                                    });
                            return cars.add(transaction, "metro", "kept", Instant.EPOCH);
                        });
        assertThat(followed).isTrue();
        assertThat(cars.name(id)).contains("kept");
    }

    @Test
    void aStaleRecordComesWithWhatHappenedSince() {
        RecordRef record = new RecordRef("car", "stale");
        for (int version = 1; version <= 3; version++) {
            long now = version;
            store.write(
                    Cars.CALLER,
                    transaction -> {
                        transaction.journal("metro", record, now, "edited " + now, List.of());
                        return null;
                    });
        }
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            throw transaction.stale(record, 1, 3);
                                        }))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale ->
                                assertThat(stale.since())
                                        .extracting(line -> line.action())
                                        .containsExactly("edited 2", "edited 3"));
    }

    @Test
    void aLongTextIsKeptInTheJournalUnchanged() {
        String text = "Überlänge \uD83D\uDE91 \"quoted\"\n".repeat(20_000);
        FieldChange change = new FieldChange("text", Optional.empty(), Optional.of(text));
        RecordRef record = new RecordRef("lesson", "long");
        store.write(
                Cars.CALLER,
                transaction -> {
                    transaction.journal("metro", record, 1, "created", List.of(change));
                    return null;
                });
        assertThat(database.journal().history(record, 1).get(0).changes()).containsExactly(change);
    }

    @Test
    void theCharacterThatNotEveryDatabaseHoldsIsRefused() {
        FieldChange change = new FieldChange("text", Optional.empty(), Optional.of("a\0b"));
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Cars.CALLER,
                                        transaction -> {
                                            transaction.journal(
                                                    "metro",
                                                    new RecordRef("car", "x"),
                                                    1,
                                                    "created",
                                                    List.of(change));
                                            return null;
                                        }))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("U+0000");
    }

    @Test
    void aSchemaIsNotNamedLikeOneOfTheDatabasesOwn() {
        for (String name : List.of("store", "sys", "Core", "a", "core1")) {
            Schema schema = new Schema(name, Cars.class, List.of("001-cars.sql"));
            assertThatThrownBy(() -> database.database().open(schema))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aReadThatFailsLeavesTheConnectionUsable() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> store.read(sql -> sql.selectOne().from("nowhere").fetch()))
                    .isInstanceOf(org.jooq.exception.DataAccessException.class);
        }
        assertThat(store.<Integer>read(sql -> sql.fetchCount(DSL.selectOne().from(Cars.CAR))))
                .isNotNegative();
    }
}
