package org.tieline.store.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.journal.JournalLine;
import org.tieline.store.Followers;

/** Hands line after line to one follower. */
final class FollowerThread {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerThread.class);
    private static final int FEW = JournalLines.BATCH / 2;
    private static final long MAX_PAUSE = 60;
    private static final long END_SECONDS = 10;

    /**
     * From following lines to following the next: what is written in between is followed together,
     * so that followers cost little while much is written. Who is far behind does not wait.
     */
    private static final long PACE_MILLIS = 250;

    private final Delivery delivery;
    private final String name;
    private final JournalLines journal;
    private final JournalHead head;
    private final Thread thread;
    private long followed = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);
    private volatile long position;
    private volatile boolean ended;
    private volatile Optional<String> failure = Optional.empty();

    FollowerThread(Delivery delivery, JournalLines journal, JournalHead head) {
        this.delivery = delivery;
        this.name = delivery.name();
        this.journal = journal;
        this.head = head;
        this.thread = new Thread(this::run, "follower " + name);
        thread.setDaemon(true);
    }

    String name() {
        return name;
    }

    void start() {
        thread.start();
    }

    /** Returns whether it has ended, after waiting for a call that is under way. */
    boolean end() {
        ended = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        boolean done = !thread.isAlive();
        if (done) {
            try {
                delivery.end();
            } catch (RuntimeException e) {
                LOG.warn("How far {} is was not noted; some lines will come to it again", name, e);
            }
        }
        return done;
    }

    Followers.State state() {
        return new Followers.State(
                name, position, Math.max(0, head.position() - position), failure);
    }

    private void run() {
        long pause = 1;
        while (!ended) {
            try {
                position = delivery.position();
                while (!ended && delivery.turn()) {
                    if (follow()) {
                        pause = 1;
                        failure = Optional.empty();
                    }
                    delivery.rest();
                }
                if (!ended) {
                    delivery.rest();
                    failure = Optional.empty();
                    TimeUnit.SECONDS.sleep(1);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception | LinkageError e) {
                if (ended) {
                    return;
                }
                failure = Optional.of(String.valueOf(e.getMessage()));
                LOG.warn(
                        "The follower {} failed behind position {}; again in {} s",
                        name,
                        position,
                        pause,
                        e);
                try {
                    TimeUnit.SECONDS.sleep(pause);
                } catch (InterruptedException interrupted) {
                    return;
                }
                pause = Math.min(MAX_PAUSE, pause * 2);
            }
        }
    }

    /** Returns whether there was something to follow. */
    private boolean follow() throws Exception {
        long after = position;
        long reached = head.await(after);
        if (reached <= after) {
            return failure.isPresent() && reached == after;
        }
        TimeUnit.NANOSECONDS.sleep(
                TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS) - (System.nanoTime() - followed));
        List<JournalLine> lines = journal.next(after, Math.max(reached, head.position()));
        if (ended) {
            throw new InterruptedException();
        }
        if (lines.isEmpty()) {
            position = reached;
        } else {
            delivery.deliver(lines);
            if (lines.size() < FEW) {
                followed = System.nanoTime();
            }
            position = lines.get(lines.size() - 1).position();
        }
        return true;
    }
}
