package org.tieline.notices.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.notices.internal.mail.Outbox;
import org.tieline.notices.internal.record.NoticeStore;
import org.tieline.notices.internal.record.NoticeTable;
import org.tieline.store.Rounds;
import org.tieline.store.Store;

/** Removes what is old from the tables, once an hour. */
@Component(
        immediate = true,
        service = {})
public final class NoticePurge {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int SOME = 500;
    private static final Caller SELF = Caller.system("notices");

    private final Store store;
    private final Outbox outbox;
    private final Rounds rounds = new Rounds("removing old notices");

    @Activate
    public NoticePurge(@Reference NoticeStore store, @Reference Outbox outbox) {
        this.store = store.store();
        this.outbox = outbox;
        rounds.begin(Duration.ofMinutes(10), Duration.ofHours(1), this::run);
    }

    @Deactivate
    void stop() {
        rounds.stop();
    }

    private void run() {
        purge(store, outbox, Clock.systemUTC().instant().minus(KEPT));
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
