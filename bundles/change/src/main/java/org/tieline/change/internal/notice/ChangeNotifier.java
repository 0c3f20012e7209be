package org.tieline.change.internal.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.Changes;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.Notices;
import org.tieline.spi.journal.JournalListener;

/**
 * Tells people of changes what concerns them, as the journal says it. Notices posted again are told
 * apart by their keys.
 */
@Component
public final class ChangeNotifier implements JournalListener {
    private static final Caller SELF = Caller.system("changes");
    private static final String NAME = "change-notices";

    private final Changes changes;
    private final ChangeNotices changeNotices;
    private final Clock clock;

    @Activate
    public ChangeNotifier(@Reference Changes changes, @Reference ChangeNotices changeNotices) {
        this(changes, changeNotices, Clock.systemUTC());
    }

    public ChangeNotifier(Changes changes, ChangeNotices changeNotices, Clock clock) {
        this.changes = changes;
        this.changeNotices = changeNotices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void heard(List<JournalLine> lines) {
        Instant since = clock.instant().minus(Notices.NEWS);
        lines.stream()
                .filter(line -> line.record().kind().equals(Change.KIND))
                .filter(line -> line.at().isAfter(since))
                .forEach(this::tell);
    }

    private void tell(JournalLine line) {
        boolean decided = after(line, "approval").filter(Decision::is).isPresent();
        boolean asked =
                after(line, "approval").filter("asked"::equals).isPresent()
                        || after(line, "askedAgain").isPresent();
        boolean given = after(line, "implementer").isPresent();
        boolean backOut = line.action().equals("back-out-started");
        if (!decided && !asked && !given && !backOut) {
            return;
        }
        Optional<Change> found =
                changes.all(SELF, List.of(line.record().id())).stream().findFirst();
        if (found.isEmpty()) {
            return;
        }
        Change change = found.get();
        String key = "change:" + change.id() + ":" + line.version();
        if (asked && Decision.isOpen(change)) {
            changeNotices.asked(
                    change,
                    "Approval requested",
                    "change-asked:" + change.id() + ":" + change.approval().round());
        }
        if (decided) {
            changeNotices.concerned(
                    change,
                    Optional.of(line.actor().id()),
                    ChangeTopics.DECIDED,
                    Decision.words(after(line, "approval").orElseThrow()),
                    key + ":decided");
        }
        if (given) {
            changeNotices.implementer(change, line.actor().id(), key + ":implementer");
        }
        if (backOut) {
            changeNotices.leading(
                    change, ChangeTopics.BACK_OUT, "Being backed out", key + ":back-out");
        }
    }

    private static Optional<String> after(JournalLine line, String field) {
        return line.changes().stream()
                .filter(change -> change.field().equals(field))
                .findFirst()
                .flatMap(change -> change.after());
    }
}
