package org.tieline.change.internal.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Window;

/** Reminds, now and then, of windows that begin soon and of votes that are late. */
@Component(service = Reminders.class, immediate = true)
public final class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Caller SELF = Caller.system("changes");
    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofDays(2);
    private static final long MINUTES = 10;

    private final Changes changes;
    private final Teller teller;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    @Activate
    public Reminders(@Reference Changes changes, @Reference Teller teller) {
        this(changes, teller, Clock.systemUTC());
        timer.scheduleWithFixedDelay(this::round, 1, MINUTES, TimeUnit.MINUTES);
    }

    public Reminders(Changes changes, Teller teller, Clock clock) {
        this.changes = changes;
        this.teller = teller;
        this.clock = clock;
        timer =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            Thread thread = new Thread(work, "change-reminders");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Deactivate
    public void stop() {
        timer.shutdownNow();
    }

    private void round() {
        try {
            remind();
        } catch (RuntimeException e) {
            LOG.warn("Could not remind of changes; tried again in {} minutes", MINUTES, e);
        }
    }

    /** Reminds of all that is due; whoever was reminded of it is not reminded again. */
    public void remind() {
        if (!teller.present()) {
            return;
        }
        Instant now = clock.instant();
        within(ChangeState.SCHEDULED, now, SOON)
                .forEach(
                        change ->
                                teller.concerned(
                                        change,
                                        Optional.empty(),
                                        ChangeTopics.SOON,
                                        "Begins within a day",
                                        key("change-soon", change)));
        within(ChangeState.APPROVAL, now, LATE)
                .forEach(
                        change ->
                                teller.asked(
                                        change,
                                        "Your vote is still missing",
                                        key("change-late", change)));
    }

    private static String key(String what, Change change) {
        return what
                + ":"
                + change.id()
                + ":"
                + change.approval().round()
                + ":"
                + change.facts().window().map(Window::start).orElse(Instant.EPOCH).getEpochSecond();
    }

    private List<Change> within(ChangeState state, Instant now, Duration ahead) {
        ChangeFilter filter =
                ChangeFilter.ALL.in(Set.of(state)).during(new Window(now, now.plus(ahead)));
        List<String> ids = new java.util.ArrayList<>();
        Page.each(
                page -> changes.list(SELF, filter, page),
                (ChangeEntry entry) -> ids.add(entry.id()));
        return changes.all(SELF, ids.subList(0, Math.min(ids.size(), 500)));
    }
}
