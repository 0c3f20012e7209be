package org.tieline.store.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.store.JournalStore;

/** Removes, every hour, what is kept for a time only. */
@Component(
        service = {},
        immediate = true)
public final class Upkeep {
    static final Duration KEYS_KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final SqlStore store;
    private final JournalStore journal;
    private final Optional<Integer> retentionDays;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "store upkeep");
                        thread.setDaemon(true);
                        return thread;
                    });

    @Activate
    public Upkeep(@Reference SqlDatabase database, @Reference JournalStore journal) {
        this.store = database.store();
        this.journal = journal;
        this.retentionDays = database.settings().retentionDays();
        this.clock = database.clock();
        timer.scheduleWithFixedDelay(this::runSafely, 5, 60, TimeUnit.MINUTES);
    }

    private void runSafely() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.warn("Removing what is too old failed; again in an hour.", e);
        }
    }

    void run() {
        Instant now = clock.instant();
        store.write(
                Caller.system("upkeep"),
                transaction -> {
                    IdempotencyTable.purge(transaction.sql(), now.minus(KEYS_KEPT));
                    return null;
                });
        retentionDays.ifPresent(days -> journal.retire(now.minus(Duration.ofDays(days))));
    }

    @Deactivate
    public void stop() {
        timer.shutdownNow();
    }
}
