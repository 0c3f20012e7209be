package org.tieline.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a piece of work again and again in a daemon thread of its own, and sooner when it is woken.
 * A round that fails is logged, and the next one comes all the same.
 */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int LAST_ROUND_SECONDS = 5;

    private final String name;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile Work round = () -> {};

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
        } catch (Exception e) {
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
    }
}
