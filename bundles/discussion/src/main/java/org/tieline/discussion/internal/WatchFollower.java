package org.tieline.discussion.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.tieline.store.FollowerPosition;
import org.tieline.store.JournalStore;

/**
 * Follows the journal and tells watchers what happens. Notices posted again are told apart by their
 * keys.
 */
@Component
public final class WatchFollower implements Follower {
    private static final String NAME = "watchers";
    private static final Caller SELF = Caller.system(NAME);

    /** Capabilities start one after the other: until then a kind that is missing may come. */
    private static final Duration STARTING = Duration.ofMinutes(2);

    private final FollowerPosition position;
    private final Happenings happenings;
    private final Clock clock;
    private final Instant started;

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
                journal,
                new Happenings(store.store(), records, people, words),
                null,
                Clock.systemUTC());
    }

    WatchFollower(JournalStore journal, Happenings happenings, Notices notices, Clock clock) {
        this.position = journal.followed(NAME);
        this.happenings = happenings;
        this.notices = notices;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long position() {
        return position.get();
    }

    @Override
    public void follow(List<JournalLine> lines) {
        boolean starting = clock.instant().isBefore(started.plus(STARTING));
        List<NoticeDraft> told = new ArrayList<>(happenings.of(lines, starting));
        post(told, starting);
        position.reached(lines.get(lines.size() - 1).position(), !told.isEmpty());
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
