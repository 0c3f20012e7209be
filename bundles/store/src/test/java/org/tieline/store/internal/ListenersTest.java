package org.tieline.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.journal.JournalLine;
import org.tieline.spi.journal.JournalListener;
import org.tieline.store.Followers;
import org.tieline.store.testing.TestDatabase;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListenersTest {
    private final Vendor vendor;
    private TestDatabase database;
    private Cars cars;

    ListenersTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void open() {
        database = vendor.open(Clock.systemUTC());
        cars = new Cars(database.database().open(Cars.SCHEMA));
    }

    @AfterAll
    void close() {
        database.close();
    }

    /** Tells the test what it hears. */
    private static class Ear implements JournalListener {
        private final String name;
        private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();

        Ear(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void heard(List<JournalLine> lines) {
            assertThat(lines).hasSizeBetween(1, BATCH);
            lines.forEach(line -> heard.add(line.position()));
        }

        void hears(long... positions) throws InterruptedException {
            for (long position : positions) {
                assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(position);
            }
        }

        /** Waits for a line; returns what was heard, all of it once. */
        List<Long> hearsTo(long last) throws InterruptedException {
            List<Long> all = new ArrayList<>();
            while (!all.contains(last)) {
                Long position = heard.poll(30, TimeUnit.SECONDS);
                assertThat(position).isNotNull();
                all.add(position);
            }
            assertThat(all).doesNotHaveDuplicates().isSorted();
            return all;
        }

        void heardNothingMore() {
            assertThat(heard).isEmpty();
        }
    }

    private static String unique(String start) {
        return start + "-" + UUID.randomUUID();
    }

    private long write() {
        cars.add("a car");
        return end();
    }

    private long end() {
        return database.journal().position().orElse(0L);
    }

    /** Has the position of a listener kept, as its first start does. */
    private void known(String name) {
        new ListenerDelivery(new Ear(name), database.opened().internal().store(), Optional.empty())
                .position();
    }

    @Test
    void whatIsWrittenWhileAListenerIsAwayIsHeardOnceWhenItIsBack() throws Exception {
        String name = unique("away");
        known(name);
        long first = write();
        long second = write();
        Ear back = new Ear(name);
        try (AutoCloseable listening = database.opened().listen(back)) {
            back.hears(first, second);
            back.hears(write());
        }
        Ear later = new Ear(name);
        try (AutoCloseable listening = database.opened().listen(later)) {
            later.hears(write());
        }
        back.heardNothingMore();
        later.heardNothingMore();
    }

    @Test
    void aNewListenerHearsNothingOfWhatWasBefore() throws Exception {
        long before = write();
        Ear ear = new Ear(unique("new"));
        try (AutoCloseable listening = database.opened().listen(ear)) {
            long after = write();
            assertThat(ear.hearsTo(after)).containsExactly(after).doesNotContain(before);
        }
    }

    @Test
    void aListenerThatThrowsIsGivenTheSameLinesAgainAndStopsNobodyElse() throws Exception {
        String failing = unique("failing");
        String other = unique("other");
        known(failing);
        known(other);
        AtomicInteger failures = new AtomicInteger();
        CountDownLatch allowed = new CountDownLatch(1);
        Ear throwing =
                new Ear(failing) {
                    @Override
                    public void heard(List<JournalLine> lines) {
                        if (allowed.getCount() > 0) {
                            failures.incrementAndGet();
                            throw new IllegalStateException("not now");
                        }
                        super.heard(lines);
                    }
                };
        Ear healthy = new Ear(other);
        try (Following following = new Following(database.opened().internal())) {
            following.listen(throwing);
            following.listen(healthy);
            Long[] written = {write(), write()};
            healthy.hears(written[0], written[1]);
            Followers.State state = stopped(following, failing);
            assertThat(state.failure()).contains("not now");
            assertThat(state.lag()).isPositive();
            assertThat(failures.get()).isPositive();
            throwing.heardNothingMore();
            allowed.countDown();
            assertThat(throwing.hearsTo(written[1])).endsWith(written[0], written[1]);
            throwing.heardNothingMore();
        }
    }

    /** Waits until it has failed. */
    private static Followers.State stopped(Following following, String name)
            throws InterruptedException {
        for (int tries = 0; ; tries++) {
            Followers.State state =
                    following.states().stream()
                            .filter(one -> one.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            if (state.failure().isPresent() || tries == 1_000) {
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void ofTwoWithOneNameAndOfOneWithABadNameNothingIsHeard() throws Exception {
        String name = unique("twin");
        known(name);
        Ear one = new Ear(name);
        Ear twin = new Ear(name);
        Ear odd = new Ear("Odd name");
        try (Following following = new Following(database.opened().internal())) {
            following.listen(one);
            following.listen(twin);
            following.listen(odd);
            one.hears(write());
            assertThat(following.states()).extracting(Followers.State::name).containsOnly(name);
        }
        twin.heardNothingMore();
        odd.heardNothingMore();
    }

    @Test
    void ofSeveralNodesOneAtATimeCallsAListener() throws Exception {
        String name = unique("shared");
        known(name);
        Ear here = new Ear(name);
        Ear there = new Ear(name);
        try (Following node = new Following(database.opened().internal(), true)) {
            node.listen(here);
            here.hears(write());
            try (Following other = new Following(database.opened().internal(), true)) {
                other.listen(there);
                here.hears(write());
                node.forget(here);
                long unheard = write();
                there.hears(unheard);
            }
        }
        here.heardNothingMore();
        there.heardNothingMore();
    }

    @Test
    void aNodeThatFallsSilentLosesItsLeaseAfterTheTermAndNoSooner() {
        AtomicLong time = new AtomicLong(1_000);
        String name = unique("lease");
        SqlStore store = database.opened().internal().store();
        Lease one = new Lease(store, name, "one", time::get);
        Lease two = new Lease(store, name, "two", time::get);
        one.beat();
        two.beat();
        assertThat(one.held()).isTrue();
        assertThat(two.held()).isFalse();
        pass(time, Lease.TERM.minusSeconds(1));
        assertThat(one.held()).as("stops before another may begin").isFalse();
        two.beat();
        assertThat(two.held()).isFalse();
        one.beat();
        two.beat();
        pass(time, Lease.TERM.minusSeconds(1));
        two.beat();
        assertThat(two.held()).as("the other lived meanwhile").isFalse();
        pass(time, Duration.ofSeconds(1));
        two.beat();
        assertThat(two.held()).isTrue();
        one.beat();
        assertThat(one.held()).isFalse();
        two.release();
        one.beat();
        assertThat(one.held()).as("released is free at once").isTrue();
        two.beat();
        assertThat(two.held()).isFalse();
    }

    private static void pass(AtomicLong time, Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
