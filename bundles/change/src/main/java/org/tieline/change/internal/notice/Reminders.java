package org.tieline.change.internal.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.Changes;
import org.tieline.api.change.Window;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.record.Chunks;
import org.tieline.store.JournalStore;
import org.tieline.store.Rounds;

/** Reminds, now and then, of windows that begin soon and of votes that are late. */
@Component(service = Reminders.class, immediate = true)
public final class Reminders {
    private static final Caller SELF = Caller.system("changes");
    private static final Duration SOON = Duration.ofDays(1);

    /** As far ahead as votes are reminded of: all that is planned. */
    private static final Duration PLANNED = Duration.ofDays(10 * 366L);

    private final Changes changes;
    private final Centers centers;
    private final JournalStore journal;
    private final ChangeNotices changeNotices;
    private final Clock clock;
    private final Rounds rounds = new Rounds("reminders of changes");

    /** When the open votes were asked for, by the key of their reminder. */
    private Map<String, Instant> asked = Map.of();

    @Activate
    public Reminders(
            @Reference Changes changes,
            @Reference Centers centers,
            @Reference JournalStore journal,
            @Reference ChangeNotices changeNotices) {
        this(changes, centers, journal, changeNotices, Clock.systemUTC());
        rounds.begin(Duration.ofMinutes(1), Duration.ofMinutes(10), this::remind);
    }

    public Reminders(
            Changes changes,
            Centers centers,
            JournalStore journal,
            ChangeNotices changeNotices,
            Clock clock) {
        this.changes = changes;
        this.centers = centers;
        this.journal = journal;
        this.changeNotices = changeNotices;
        this.clock = clock;
    }

    @Deactivate
    public void stop() {
        rounds.stop();
    }

    /** Reminds of all that is due; whoever was reminded of it is not reminded again. */
    public void remind() {
        Instant now = clock.instant();
        each(
                ChangeState.SCHEDULED,
                now,
                SOON,
                change ->
                        changeNotices.concerned(
                                change,
                                Optional.empty(),
                                ChangeTopics.SOON,
                                "Begins within a day",
                                key("change-soon", change)));
        Map<String, ZoneId> zones = new HashMap<>();
        Map<String, Instant> open = new HashMap<>();
        each(ChangeState.APPROVAL, now, PLANNED, change -> remind(change, now, zones, open));
        asked = open;
    }

    private void remind(
            Change change, Instant now, Map<String, ZoneId> zones, Map<String, Instant> open) {
        String key = key("change-late", change);
        Instant since = asked.containsKey(key) ? asked.get(key) : asked(change);
        open.put(key, since);
        ZoneId zone =
                zones.computeIfAbsent(
                        change.center(), center -> centers.get(SELF, center).facts().timeZone());
        Instant start = change.facts().window().map(Window::start).orElse(Instant.MAX);
        if (VoteReminder.due(since, start, now, zone)) {
            changeNotices.asked(change, "Your vote is still missing", key);
        }
    }

    /** The last change at the latest, where the journal keeps no more of it. */
    private Instant asked(Change change) {
        return journal.history(Change.ref(change.id()), PageRequest.MAX_LIMIT).stream()
                .filter(line -> line.changes().stream().anyMatch(Reminders::asks))
                .findFirst()
                .map(JournalLine::at)
                .orElse(change.updated());
    }

    private static boolean asks(FieldChange change) {
        return change.field().equals("approval") && change.after().equals(Optional.of("asked"))
                || change.field().equals("askedAgain") && change.after().isPresent();
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

    private void each(ChangeState state, Instant now, Duration ahead, Consumer<Change> take) {
        ChangeFilter filter =
                ChangeFilter.ALL.in(Set.of(state)).during(new Window(now, now.plus(ahead)));
        List<String> ids = new ArrayList<>();
        Page.each(
                page -> changes.list(SELF, filter, page),
                (ChangeEntry entry) -> ids.add(entry.id()));
        Chunks.of(ids).forEach(some -> changes.all(SELF, some).forEach(take));
    }
}
