package org.tieline.notices.internal.mail;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a thing every few seconds, and sooner when it is woken. */
final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int SECONDS = 20;

    private final Runnable round;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean woken = new AtomicBoolean();

    Rounds(String name, Runnable round) {
        this.round = round;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, name);
                            thread.setDaemon(true);
                            return thread;
                        });
        timer.scheduleWithFixedDelay(this::run, 5, SECONDS, TimeUnit.SECONDS);
    }

    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                timer.execute(this::run);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("Too late to be woken");
            }
        }
    }

    private void run() {
        woken.set(false);
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.warn("A round failed; the next follows in {} seconds", SECONDS, e);
        }
    }

    void stop() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
