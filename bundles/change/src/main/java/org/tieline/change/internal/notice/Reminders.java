package org.tieline.change.internal.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Window;
import org.tieline.store.Rounds;

/** Reminds, now and then, of windows that begin soon and of votes that are late. */
@Component(service = Reminders.class, immediate = true)
public final class Reminders {
    private static final Caller SELF = Caller.system("changes");
    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration LATE = Duration.ofDays(2);

    private final Changes changes;
    private final Teller teller;
    private final Clock clock;
    private final Rounds rounds = new Rounds("reminders of changes");

    @Activate
    public Reminders(@Reference Changes changes, @Reference Teller teller) {
        this(changes, teller, Clock.systemUTC());
        rounds.begin(Duration.ofMinutes(1), Duration.ofMinutes(10), this::remind);
    }

    public Reminders(Changes changes, Teller teller, Clock clock) {
        this.changes = changes;
        this.teller = teller;
        this.clock = clock;
    }

    @Deactivate
    public void stop() {
        rounds.stop();
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
