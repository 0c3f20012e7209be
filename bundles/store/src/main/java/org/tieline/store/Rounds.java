package org.tieline.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work again and again in a daemon thread of its own, and sooner when it is woken.
 * A round that fails is logged, and the next one comes all the same.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int LAST_ROUND_SECONDS = 5;

    /** Of those that were stopped too: a tally never goes back. */
    private static final Map<String, Tally> ENDED = new ConcurrentHashMap<>();

    private static final Set<Rounds> RUNNING = ConcurrentHashMap.newKeySet();

    private final String name;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile Work round = () -> {};

    /**
     * How often it went well and how often not, since the process started.
     *
     * @param name what is done
     */
    public record Tally(String name, long done, long failed) {}

    /** What is done in a round. */
    public interface Work {
        void run() throws Exception;
    }

    /**
     * @param name what is done, as in "removing old notices": names the thread, and stands in the
     *     log
     */
    public Rounds(String name) {
        this.name = name;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread made = new Thread(work, name);
                            made.setDaemon(true);
                            return made;
                        });
    }

    /**
     * Begins; called once.
     *
     * @param first until the first round
     * @param pause from the end of a round to the next
     * @return this
     */
    public Rounds begin(Duration first, Duration pause, Work round) {
        this.round = round;
        RUNNING.add(this);
        thread.scheduleWithFixedDelay(
                this::run, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Has a round follow at once, one for all who wake it before it begins. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException stopped) {
                LOG.debug("{} was woken too late", name);
            }
        }
    }

    private void run() {
        woken.set(false);
        try {
            round.run();
            done.increment();
        } catch (Exception | LinkageError e) {
            failed.increment();
            LOG.warn("{}: this round failed, the next tries it again", name, e);
        }
    }

    /** Ends it. A round that has begun gets five seconds to finish. */
    public void stop() {
        thread.shutdown();
        try {
            thread.awaitTermination(LAST_ROUND_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (RUNNING.remove(this)) {
            ENDED.merge(name, tally(), Rounds::sum);
        }
    }

    /** Returns the tallies of all that is done in rounds in this process, by name. */
    public static List<Tally> tallies() {
        Map<String, Tally> tallies = new TreeMap<>(ENDED);
        RUNNING.forEach(rounds -> tallies.merge(rounds.name, rounds.tally(), Rounds::sum));
        return List.copyOf(tallies.values());
    }

    private Tally tally() {
        return new Tally(name, done.sum(), failed.sum());
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(one.name, one.done + other.done, one.failed + other.failed);
    }
}
