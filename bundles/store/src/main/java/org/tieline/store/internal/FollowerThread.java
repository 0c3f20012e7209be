package org.tieline.store.internal;

import static org.tieline.store.internal.JournalTable.JOURNAL;
import static org.tieline.store.internal.JournalTable.POSITION;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.journal.JournalLine;
import org.tieline.store.Follower;

/** Calls one follower with line after line. */
final class FollowerThread {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerThread.class);
    private static final int BATCH = 1_000;
    private static final long MAX_PAUSE = 60;
    private static final long END_SECONDS = 10;

    /**
     * From following lines to following the next: what is written in between is followed together,
     * so that followers cost little while much is written. Who is far behind does not wait.
     */
    private static final long PACE_MILLIS = 250;

    private final Follower follower;
    private final SqlStore store;
    private final JournalHead head;
    private final Thread thread;
    private long followed = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PACE_MILLIS);
    private volatile long position;
    private volatile boolean ended;
    private volatile Optional<String> failure = Optional.empty();

    FollowerThread(Follower follower, SqlStore store, JournalHead head) {
        this.follower = follower;
        this.store = store;
        this.head = head;
        this.thread = new Thread(this::run, "follower " + follower.name());
        thread.setDaemon(true);
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
        return !thread.isAlive();
    }

    State state() {
        return new State(
                follower.name(), position, Math.max(0, head.position() - position), failure);
    }

    private void run() {
        long pause = 1;
        while (!ended) {
            try {
                position = follower.position();
                while (!ended) {
                    if (follow()) {
                        pause = 1;
                        failure = Optional.empty();
                    }
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
                        follower.name(),
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
        List<JournalLine> lines = next(after, Math.max(reached, head.position()));
        if (ended) {
            throw new InterruptedException();
        }
        if (lines.isEmpty()) {
            position = reached;
        } else {
            follower.follow(lines);
            if (lines.size() < BATCH / 2) {
                followed = System.nanoTime();
            }
            position = lines.get(lines.size() - 1).position();
        }
        return true;
    }

    /** The next lines that are still kept. */
    private List<JournalLine> next(long after, long reached) {
        long from =
                store.read(
                        sql ->
                                sql.select(POSITION)
                                        .from(JOURNAL)
                                        .where(POSITION.gt(after))
                                        .orderBy(POSITION)
                                        .limit(1)
                                        .fetchOptional(POSITION)
                                        .orElse(reached + 1));
        long upTo = Math.min(reached, from + BATCH - 1);
        return store.read(
                sql ->
                        sql.select(JournalTable.COLUMNS)
                                .from(JOURNAL)
                                .where(POSITION.between(from, upTo))
                                .orderBy(POSITION)
                                .fetch(JournalTable::line));
    }

    /**
     * How far a follower is.
     *
     * @param position the last line it has dealt with
     * @param lag how many positions it is behind
     * @param failure why it stands still, if it does
     */
    record State(String name, long position, long lag, Optional<String> failure) {}
}
