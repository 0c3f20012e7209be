package org.tieline.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.KeyReused;
import org.tieline.api.error.Repeated;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Rehearsal;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Transactions on pooled connections. */
final class SqlStore implements Store {
    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);
    private static final int ATTEMPTS = 3;
    private static final int READS = 20;

    /** Reading by time relies on no line being older than this when it is committed. */
    static final Duration LONGEST_WRITE = Duration.ofMinutes(30);

    private final DataSource pool;
    private final Sql sql;
    private final Failures failures;
    private final JournalWriter journal;
    private final Clock clock;
    private final Engine engine;
    private final Writability writability;
    private final List<LongConsumer> commitListeners = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Transaction> writing = new ThreadLocal<>();
    private final LongAdder deadlocks = new LongAdder();

    SqlStore(DataSource pool, Engine engine, Sql sql, JournalWriter journal, Clock clock) {
        this.pool = pool;
        this.engine = engine;
        this.sql = sql;
        this.writability = new Writability(engine);
        this.failures = new Failures(engine, writability);
        this.journal = journal;
        this.clock = clock;
    }

    /** Is told the position of the last line of every write that was committed here. */
    void onCommit(LongConsumer listener) {
        commitListeners.add(listener);
    }

    void forget(LongConsumer listener) {
        commitListeners.remove(listener);
    }

    Writability writability() {
        return writability;
    }

    /** How often a transaction was the victim of a deadlock. */
    long deadlocks() {
        return deadlocks.sum();
    }

    @Override
    public <T> T read(Function<DSLContext, T> query) {
        return repeating(() -> readAgain(query));
    }

    /**
     * When the embedded database was opened anew, every connection of the pool is broken, and each
     * is found out by the first who uses it.
     */
    private <T> T readAgain(Function<DSLContext, T> query) {
        for (int attempts = 1; ; attempts++) {
            try {
                return readOnce(query);
            } catch (Unavailable e) {
                if (engine.shared()
                        || attempts == READS
                        || e.reason() != Unavailable.Reason.LOST_CONNECTION
                        || engine.outage().isPresent()) {
                    throw e;
                }
                LOG.debug("Reading again on another connection", e);
            }
        }
    }

    /** Reads without ever repeating the query. */
    <T> T readOnce(Function<DSLContext, T> query) {
        requireOpen();
        try (Connection connection = pool.getConnection()) {
            try {
                T result = query.apply(sql.on(connection));
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollBack(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw failures.translate(e);
        } catch (RuntimeException e) {
            throw failures.translate(e);
        }
    }

    private void requireOpen() {
        engine.outage()
                .ifPresent(
                        why -> {
                            throw why;
                        });
    }

    @Override
    public <T> T write(Caller caller, Function<Transaction, T> work) {
        if (writing.get() != null) {
            throw new IllegalStateException(
                    "This thread is writing already; use its transaction, or afterCommit.");
        }
        Done<T> done = repeating(() -> writeOnce(caller, work));
        if (done.position() > 0) {
            commitListeners.forEach(listener -> listener.accept(done.position()));
        }
        for (Runnable action : done.afterCommit()) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What was to follow a write failed; the write itself is done.", e);
            }
        }
        return done.result();
    }

    @Override
    public <T> T join(Caller caller, Function<Transaction, T> work) {
        Transaction running = writing.get();
        return running == null ? write(caller, work) : work.apply(running);
    }

    /** Takes the journal's head at once and not at the end, for changing the chains themselves. */
    void holdJournal(Transaction transaction) {
        transaction.sql().connection(journal::lock);
    }

    private <T> T repeating(Attempt<T> attempt) {
        for (int attempts = 1; ; attempts++) {
            try {
                return attempt.run();
            } catch (Deadlock e) {
                deadlocks.increment();
                LOG.debug("Deadlock, attempt {} of {}", attempts, ATTEMPTS, e);
                if (attempts == ATTEMPTS) {
                    throw new Unavailable(Unavailable.Reason.BUSY, Failures.BUSY, e.getCause());
                }
                stepBack(attempts);
            }
        }
    }

    /**
     * Lets the other finish first. Without a pause the victim can take its first lock again before
     * the other wakes up, and both meet in the same deadlock.
     */
    private static void stepBack(int attempts) {
        long pause = ThreadLocalRandom.current().nextLong(20, 60) * attempts;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
    }

    private <T> Done<T> writeOnce(Caller caller, Function<Transaction, T> work) {
        writability.require();
        requireOpen();
        try (Connection connection = pool.getConnection()) {
            Done<T> done;
            try {
                done = perform(connection, caller, work);
            } catch (Throwable e) {
                rollBack(connection);
                checkRepeated(connection, caller, e);
                throw e;
            }
            if (Rehearsal.running()) {
                connection.rollback();
                return new Done<>(done.result(), 0, List.of());
            }
            try {
                connection.commit();
            } catch (SQLException e) {
                rollBack(connection);
                throw failures.atCommit(e);
            }
            writability.succeeded();
            return done;
        } catch (SQLException e) {
            throw failures.translate(e);
        } catch (RuntimeException e) {
            throw failures.translate(e);
        } finally {
            writing.remove();
        }
    }

    private <T> Done<T> perform(Connection connection, Caller caller, Function<Transaction, T> work)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DSLContext context = sql.on(connection);
        SqlTransaction transaction = new SqlTransaction(context, caller, now);
        writing.set(transaction);
        T result = work.apply(transaction);
        List<PendingLine> lines = transaction.lines();
        if (lines.isEmpty()) {
            caller.idempotency().ifPresent(write -> IdempotencyTable.check(context, caller, write));
            return new Done<>(result, 0, transaction.afterCommits());
        }
        if (Duration.between(now, clock.instant()).compareTo(LONGEST_WRITE) > 0) {
            throw new IllegalStateException(
                    "A write may take at most " + LONGEST_WRITE.toMinutes() + " minutes.");
        }
        Optional<Idempotency> once = caller.idempotency();
        if (once.isPresent()) {
            RecordRef written = lines.get(0).record();
            IdempotencyTable.keep(connection, caller, once.get(), written, now);
        }
        long position = journal.append(connection, now, lines);
        return new Done<>(result, position, transaction.afterCommits());
    }

    /**
     * A write that was done under this key before fails on something that it made then, at the
     * latest on the key: asking first would cost every other write a query.
     */
    private void checkRepeated(Connection connection, Caller caller, Throwable failure) {
        if (caller.idempotency().isEmpty()
                || failure instanceof Repeated
                || failure instanceof KeyReused) {
            return;
        }
        try {
            IdempotencyTable.check(sql.on(connection), caller, caller.idempotency().get());
        } catch (Repeated | KeyReused e) {
            rollBack(connection);
            throw e;
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        rollBack(connection);
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("Rolling back failed; the connection is given up", e);
        }
    }

    private interface Attempt<T> {
        T run();
    }

    private record Done<T>(T result, long position, List<Runnable> afterCommit) {}

    /** Thrown to have the attempt repeated. */
    static final class Deadlock extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Deadlock(Throwable cause) {
            super(cause);
        }
    }
}
