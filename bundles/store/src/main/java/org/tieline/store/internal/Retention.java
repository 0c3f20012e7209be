package org.tieline.store.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.store.JournalStore;
import org.tieline.store.Rounds;

/** Removes, every hour, what is kept for a time only. */
@Component(
        service = {},
        immediate = true)
public final class Retention {
    static final Duration KEYS_KEPT = Duration.ofDays(7);

    private final SqlStore store;
    private final JournalStore journal;
    private final Optional<Integer> retentionDays;
    private final Clock clock;
    private final Rounds rounds = new Rounds("removing what is too old");

    @Activate
    public Retention(@Reference SqlDatabase database, @Reference JournalStore journal) {
        this.store = database.store();
        this.journal = journal;
        this.retentionDays = database.settings().retentionDays();
        this.clock = database.clock();
        rounds.begin(Duration.ofMinutes(5), Duration.ofHours(1), this::run);
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
        rounds.stop();
    }
}
