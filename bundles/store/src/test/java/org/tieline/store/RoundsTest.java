package org.tieline.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final String name = "test of rounds " + UUID.randomUUID();
    private final Rounds rounds = new Rounds(name);

    @AfterEach
    void end() {
        rounds.stop();
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        rounds.begin(
                AT_ONCE,
                AT_ONCE,
                () -> {
                    begun.countDown();
                    throw new IllegalStateException("as it shall, in this test");
                });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
    }

    @Test
    void roundsAreCountedByHowTheyEndedAlsoAfterAStop() throws Exception {
        CountDownLatch begun = new CountDownLatch(3);
        rounds.begin(
                AT_ONCE,
                AT_ONCE,
                () -> {
                    begun.countDown();
                    if (begun.getCount() == 2) {
                        throw new NoClassDefFoundError("as it shall, in this test");
                    }
                });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        rounds.stop();
        Rounds.Tally tally =
                Rounds.tallies().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertEquals(1, tally.failed());
        assertTrue(tally.done() >= 1, tally::toString);
    }

    @Test
    void whoWakesItGetsARoundAtOnceAndManyGetOne() throws Exception {
        Semaphore begun = new Semaphore(0);
        Semaphore goOn = new Semaphore(0);
        rounds.begin(
                NEVER,
                NEVER,
                () -> {
                    begun.release();
                    goOn.acquire();
                });
        rounds.wake();
        assertTrue(begun.tryAcquire(10, TimeUnit.SECONDS));
        rounds.wake();
        rounds.wake();
        goOn.release(3);
        rounds.stop();
        assertEquals(1, begun.availablePermits(), "rounds after the first");
    }

    @Test
    void whatHasBegunIsFinishedBeforeItStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        rounds.begin(
                AT_ONCE,
                NEVER,
                () -> {
                    begun.countDown();
                    stopping.await();
                    finished.set(true);
                });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        Thread stop = new Thread(rounds::stop);
        stop.start();
        while (stop.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        stopping.countDown();
        stop.join();
        assertTrue(finished.get());
    }
}
