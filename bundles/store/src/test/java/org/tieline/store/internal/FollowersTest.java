package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.journal.JournalLine;
import org.tieline.store.Follower;
import org.tieline.store.Ids;
import org.tieline.store.testing.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FollowersTest {
    private static final int WRITERS = 6;
    private static final int WRITES = 60;

    private final Vendor vendor;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    private TestDatabase database;
    private Cars cars;

    FollowersTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void open() {
        database = vendor.open(Clock.systemUTC());
        cars = new Cars(database.database().open(Cars.SCHEMA));
    }

    @AfterAll
    void close() {
        threads.shutdownNow();
        database.close();
    }

    /** Remembers what it was given; fails as often as it is told to. */
    private static final class Collector implements Follower {
        private final List<Long> positions = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch reached;
        private final long until;
        private int failures;

        Collector(long from, long until, int failures) {
            positions.add(from);
            this.until = until;
            this.failures = failures;
            this.reached = new CountDownLatch(1);
        }

        @Override
        public String name() {
            return "collector";
        }

        @Override
        public long position() {
            return positions.get(positions.size() - 1);
        }

        @Override
        public void follow(List<JournalLine> lines) {
            assertThat(lines).hasSizeBetween(1, 1_000);
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("not now");
            }
            lines.forEach(line -> positions.add(line.position()));
            if (position() >= until) {
                reached.countDown();
            }
        }
    }

    /**
     * Six writers at once, every third write held open between its rows and its commit while the
     * others go past it.
     */
    @Test
    void noLineIsSkippedWhoeverCommitsLate() throws Exception {
        long start = database.journal().position().orElse(0L);
        long lines = (long) WRITERS * WRITES;
        Collector collector = new Collector(start, start + lines, 0);
        try (AutoCloseable following = database.opened().follow(collector)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> write(number)));
            }
            for (Future<?> writer : writers) {
                writer.get(120, TimeUnit.SECONDS);
            }
            assertThat(collector.reached.await(60, TimeUnit.SECONDS)).isTrue();
        }
        List<Long> expected = new ArrayList<>();
        for (long position = start; position <= start + lines; position++) {
            expected.add(position);
        }
        assertThat(collector.positions).isEqualTo(expected);
    }

    private void write(int writer) {
        for (int i = 0; i < WRITES; i++) {
            boolean held = i % 3 == 0;
            String center = "center-" + (writer + i) % 3;
            cars.store()
                    .write(
                            Cars.CALLER,
                            transaction -> {
                                String id = Ids.next();
                                cars.add(transaction, center, id, Instant.EPOCH);
                                if (held) {
                                    othersCommitMeanwhile();
                                }
                                return id;
                            });
        }
    }

    private static void othersCommitMeanwhile() {
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }

    @Test
    void aTransactionLeftOpenHoldsNobodyUpAndIsFollowedWhenItCommits() throws Exception {
        long start = database.journal().position().orElse(0L);
        Collector collector = new Collector(start, start + 2, 0);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch otherIsDone = new CountDownLatch(1);
        try (AutoCloseable following = database.opened().follow(collector)) {
            Future<String> late =
                    threads.submit(
                            () ->
                                    cars.store()
                                            .write(
                                                    Cars.CALLER,
                                                    transaction -> {
                                                        String id =
                                                                cars.add(
                                                                        transaction,
                                                                        "metro",
                                                                        "late",
                                                                        Instant.EPOCH);
                                                        open.countDown();
                                                        await(otherIsDone);
                                                        return id;
                                                    }));
            await(open);
            String early = cars.add("early");
            otherIsDone.countDown();
            String lateId = late.get(30, TimeUnit.SECONDS);
            assertThat(collector.reached.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(collector.positions).containsExactly(start, start + 1, start + 2);
            assertThat(cars.name(early)).contains("early");
            assertThat(cars.name(lateId)).contains("late");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFollowerThatFailsIsGivenTheSameLinesAgain() throws Exception {
        long start = database.journal().position().orElse(0L);
        Collector collector = new Collector(start, start + 1, 1);
        try (AutoCloseable following = database.opened().follow(collector)) {
            cars.add("again");
            assertThat(collector.reached.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(collector.positions).containsExactly(start, start + 1);
    }

    @Test
    void aFollowerThatBeginsAnewIsGivenEverything() throws Exception {
        cars.add("one more");
        long end = database.journal().position().orElseThrow();
        Collector collector = new Collector(0, end, 0);
        try (AutoCloseable following = database.opened().follow(collector)) {
            assertThat(collector.reached.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(collector.positions).hasSize((int) end + 1);
    }
}
