package org.tieline.discussion.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.store.Follower;
import org.tieline.store.JournalStore;
import org.tieline.store.Store;

/**
 * Tells watchers what happens. Where it is in the journal is kept now and then only: a notice that
 * is posted again after a restart is told apart by its key.
 */
@Component
public final class WatchFollower implements Follower {
    private static final String NAME = "watchers";
    private static final Caller SELF = Caller.system(NAME);
    private static final long KEPT_EVERY = 500;

    /** Capabilities start one after the other: until then a kind that is missing may come. */
    private static final Duration STARTING = Duration.ofMinutes(2);

    private final Store store;
    private final JournalStore journal;
    private final Happenings happenings;
    private final Clock clock;
    private final Instant started;
    private long done = -1;
    private long kept;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Notices notices;

    @Activate
    public WatchFollower(
            @Reference DiscussionStore store,
            @Reference JournalStore journal,
            @Reference RecordKinds records,
            @Reference WatchWords words,
            @Reference People people) {
        this(
                store.store(),
                journal,
                new Happenings(store.store(), records, people, words),
                null,
                Clock.systemUTC());
    }

    WatchFollower(
            Store store,
            JournalStore journal,
            Happenings happenings,
            Notices notices,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.happenings = happenings;
        this.notices = notices;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Nobody watched before the first start: it begins at the journal's end. */
    @Override
    public synchronized long position() {
        if (done < 0) {
            Optional<Long> followed = store.read(sql -> WatcherTable.followed(sql, NAME));
            done = followed.orElseGet(() -> journal.position().orElse(0L));
            kept = followed.orElse(-KEPT_EVERY);
        }
        return done;
    }

    @Override
    public synchronized void follow(List<JournalLine> lines) {
        boolean starting = clock.instant().isBefore(started.plus(STARTING));
        List<NoticeDraft> told = new ArrayList<>(happenings.of(lines, starting));
        post(told, starting);
        done = lines.get(lines.size() - 1).position();
        if (!told.isEmpty() || done - kept >= KEPT_EVERY) {
            store.write(
                    SELF,
                    tx -> {
                        WatcherTable.followed(tx.sql(), NAME, done);
                        return null;
                    });
            kept = done;
        }
    }

    /** Where notices are not installed, nobody is told anything. */
    private void post(List<NoticeDraft> told, boolean starting) {
        Notices present = notices;
        if (present != null) {
            told.forEach(draft -> present.post(SELF, draft));
        } else if (starting && !told.isEmpty()) {
            throw new IllegalStateException("Notices may still be starting");
        }
    }
}
