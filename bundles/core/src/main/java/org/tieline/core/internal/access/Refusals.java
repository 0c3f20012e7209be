package org.tieline.core.internal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.internal.center.CenterTable;
import org.tieline.store.Store;

/**
 * Writes refusals to the journal of the center concerned, on a thread of its own: who is refused
 * may be in the middle of a transaction. A flood of them cannot fill the disk: the same caller,
 * operation and center leave one line in {@value #REPEAT_MINUTES} minutes, all together at most
 * {@value #MAX_PER_HOUR} lines an hour on one node; the rest is counted in the log.
 */
@Component(service = Refusals.class)
public final class Refusals {
    static final int REPEAT_MINUTES = 10;
    static final int MAX_PER_HOUR = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Store store;
    private final Executor executor;
    private final Cache<List<String>, Boolean> recent;
    private final HourlyLimit limit;

    @Activate
    public Refusals(@Reference CoreStore core) {
        this(core.store(), Clock.systemUTC(), thread());
    }

    public Refusals(Store store, Clock clock, Executor executor) {
        this.store = store;
        this.executor = executor;
        limit = new HourlyLimit(MAX_PER_HOUR, clock);
        recent =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(Duration.ofMinutes(REPEAT_MINUTES))
                        .ticker(ticker(clock))
                        .build();
    }

    @Deactivate
    void stop() throws InterruptedException {
        if (executor instanceof ExecutorService service) {
            service.shutdown();
            service.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    void journal(Caller caller, Operation operation, String center, RecordRef record) {
        List<String> same = List.of(caller.actor().id(), operation.name(), center);
        if (recent.asMap().putIfAbsent(same, true) != null) {
            return;
        }
        if (!limit.allows()) {
            LOG.warn(
                    "More than {} refusals in an hour: {} of {} is not in the journal",
                    MAX_PER_HOUR,
                    operation.name(),
                    caller.actor().id());
            return;
        }
        try {
            executor.execute(() -> write(caller, operation, center, record));
        } catch (RejectedExecutionException e) {
            LOG.warn("The refusal of {} to {} is not in the journal", operation, caller.actor());
        }
    }

    private void write(Caller caller, Operation operation, String center, RecordRef record) {
        Caller plain =
                new Caller(caller.actor(), caller.roles(), caller.scopes(), Optional.empty());
        try {
            store.write(
                    plain,
                    tx -> {
                        if (CenterTable.isCenter(tx.sql(), center)) {
                            tx.journal(center, record, 0, "refused", refused(operation));
                        }
                        return null;
                    });
        } catch (RuntimeException e) {
            LOG.warn("A refusal could not be written to the journal", e);
        }
    }

    private static List<FieldChange> refused(Operation operation) {
        return List.of(
                new FieldChange("operation", Optional.empty(), Optional.of(operation.name())));
    }

    private static Executor thread() {
        return new ThreadPoolExecutor(
                0,
                1,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1_000),
                task -> {
                    Thread thread = new Thread(task, "tieline-refusals");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private static Ticker ticker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
