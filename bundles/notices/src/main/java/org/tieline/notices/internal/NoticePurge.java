package org.tieline.notices.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.tieline.notices.internal.mail.Outbox;
import org.tieline.store.Store;

/** Removes what is old from the tables, once an hour. */
@Component(
        immediate = true,
        service = {})
public final class NoticePurge {
    private static final Logger LOG = LoggerFactory.getLogger(NoticePurge.class);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int SOME = 500;
    private static final Caller SELF = Caller.system("notices");

    private final Store store;
    private final Outbox outbox;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "tieline-notices");
                        thread.setDaemon(true);
                        return thread;
                    });

    @Activate
    public NoticePurge(@Reference NoticeStore store, @Reference Outbox outbox) {
        this.store = store.store();
        this.outbox = outbox;
        timer.scheduleWithFixedDelay(this::run, 10, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            purge(store, outbox, Clock.systemUTC().instant().minus(KEPT));
        } catch (RuntimeException e) {
            LOG.warn("Old notices could not be removed; tried again in an hour", e);
        }
    }

    static void purge(Store store, Outbox outbox, Instant before) {
        int removed;
        do {
            removed = store.write(SELF, tx -> NoticeTable.remove(tx.sql(), before, SOME));
        } while (removed == SOME);
        do {
            removed = outbox.remove(before, SOME);
        } while (removed == SOME);
    }
}
