package org.tieline.lessons.internal.feed;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.NotFound;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.core.access.Rights;
import org.tieline.spi.journal.JournalListener;

/**
 * Tells those who review a center's lessons what waits for them, as the journal says it. Notices
 * posted again are told apart by their keys.
 */
@Component
public final class LessonNotifier implements JournalListener {
    private static final Caller SELF = Caller.system("lessons");
    private static final String NAME = "lesson-notices";

    private final Lessons lessons;
    private final People people;
    private final Access access;
    private final Notices notices;
    private final Clock clock;

    @Activate
    public LessonNotifier(
            @Reference Lessons lessons,
            @Reference People people,
            @Reference Access access,
            @Reference Notices notices) {
        this(lessons, people, access, notices, Clock.systemUTC());
    }

    LessonNotifier(Lessons lessons, People people, Access access, Notices notices, Clock clock) {
        this.lessons = lessons;
        this.people = people;
        this.access = access;
        this.notices = notices;
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
                .filter(line -> line.record().kind().equals(Lesson.KIND))
                .filter(line -> line.at().isAfter(since))
                .forEach(this::tell);
    }

    private void tell(JournalLine line) {
        if (line.action().equals("submitted")) {
            lesson(line)
                    .filter(lesson -> lesson.state() == LessonState.IN_REVIEW)
                    .ifPresent(
                            lesson ->
                                    post(
                                            line,
                                            LessonNotices.REVIEW,
                                            "To review: " + lesson.facts().title(),
                                            "",
                                            "/lesson-review/" + lesson.id()));
        } else if (line.action().equals("doubted")) {
            lesson(line)
                    .ifPresent(
                            lesson ->
                                    post(
                                            line,
                                            LessonNotices.DOUBT,
                                            "Outdated? " + lesson.facts().title(),
                                            reason(line),
                                            "/lessons/" + lesson.id()));
        }
    }

    private Optional<Lesson> lesson(JournalLine line) {
        try {
            return Optional.of(lessons.get(SELF, line.record().id()));
        } catch (NotFound removed) {
            return Optional.empty();
        }
    }

    private static String reason(JournalLine line) {
        return line.changes().stream()
                .filter(change -> change.field().equals("reason"))
                .flatMap(change -> change.after().stream())
                .findFirst()
                .orElse("");
    }

    private void post(JournalLine line, String topic, String title, String text, String path) {
        Set<String> to = reviewers(line.center());
        to.remove(line.actor().id());
        if (!to.isEmpty()) {
            notices.post(
                    SELF,
                    new NoticeDraft(
                            to,
                            topic,
                            title.substring(0, Math.min(NoticeDraft.MAX_TITLE, title.length())),
                            text,
                            path,
                            line.center(),
                            topic + ":" + line.record().id() + ":" + line.position()));
        }
    }

    private Set<String> reviewers(String center) {
        Set<String> reviewers = new HashSet<>();
        if (!center.equals(Caller.EVERYWHERE)) {
            Page.each(
                    page -> people.list(SELF, Optional.of(center), Optional.empty(), page),
                    person -> {
                        if (access.allows(Rights.of(person), LESSON_REVIEW, center)) {
                            reviewers.add(person.id());
                        }
                    });
        }
        return reviewers;
    }
}
