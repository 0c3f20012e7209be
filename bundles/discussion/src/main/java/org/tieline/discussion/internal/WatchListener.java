package org.tieline.discussion.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.spi.journal.JournalListener;

/**
 * Tells watchers what the journal says, for as long as there are notices. Notices posted again are
 * told apart by their keys.
 */
@Component
public final class WatchListener implements JournalListener {
    private static final String NAME = "watchers";
    private static final Caller SELF = Caller.system(NAME);

    /** A capability that starts later, or is being updated, is waited for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final WatchedEvents watchedEvents;
    private final Notices notices;
    private final Clock clock;
    private final Instant started;

    @Activate
    public WatchListener(
            @Reference DiscussionStore store,
            @Reference RecordKinds records,
            @Reference WatchWords words,
            @Reference People people,
            @Reference Notices notices) {
        this(new WatchedEvents(store.store(), records, people, words), notices, Clock.systemUTC());
    }

    WatchListener(WatchedEvents watchedEvents, Notices notices, Clock clock) {
        this.watchedEvents = watchedEvents;
        this.notices = notices;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void heard(List<JournalLine> lines) {
        Instant now = clock.instant();
        List<JournalLine> news =
                lines.stream().filter(line -> line.at().isAfter(now.minus(Notices.NEWS))).toList();
        boolean starting = now.isBefore(started.plus(PATIENCE));
        watchedEvents
                .of(news, line -> starting || now.isBefore(line.at().plus(PATIENCE)))
                .forEach(draft -> notices.post(SELF, draft));
    }
}
