package org.tieline.lessons.internal.feed;

import static org.tieline.lessons.internal.LessonOperations.LESSON_REVIEW;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
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
import org.tieline.lessons.internal.LessonStore;
import org.tieline.store.Follower;
import org.tieline.store.JournalStore;
import org.tieline.store.Store;

/** Tells those who review a center's lessons what waits for them. */
@Component(service = Follower.class)
public final class LessonNotifier implements Follower {
    /** Each time is a write to the disk; notices posted again are told apart by their keys. */
    private static final long KEPT_EVERY = 500;

    private static final Caller SELF = Caller.system("lessons");
    private static final Table<Record> FOLLOWED = table("lessons", "lesson_followed");
    private static final Field<String> WHO = text(FOLLOWED, "name");
    private static final Field<Long> POSITION = number(FOLLOWED, "position_done");
    private static final String NAME = "lesson notices";

    private final Store store;
    private final JournalStore journal;
    private final Lessons lessons;
    private final People people;
    private final Access access;
    private long kept;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Notices notices;

    @Activate
    public LessonNotifier(
            @Reference LessonStore store,
            @Reference JournalStore journal,
            @Reference Lessons lessons,
            @Reference People people,
            @Reference Access access) {
        this(store.store(), journal, lessons, people, access);
    }

    LessonNotifier(
            Store store, JournalStore journal, Lessons lessons, People people, Access access) {
        this.store = store;
        this.journal = journal;
        this.lessons = lessons;
        this.people = people;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** What happened before it was first there is no news. */
    @Override
    public long position() {
        Optional<Long> kept =
                store.read(
                        sql ->
                                sql.select(POSITION)
                                        .from(FOLLOWED)
                                        .where(WHO.eq(NAME))
                                        .fetchOptional(POSITION));
        return kept.orElseGet(
                () -> {
                    long head = journal.position().orElse(0L);
                    keep(head);
                    return head;
                });
    }

    @Override
    public void follow(List<JournalLine> lines) {
        List<JournalLine> ours =
                lines.stream().filter(line -> line.record().kind().equals(Lesson.KIND)).toList();
        ours.forEach(this::tell);
        long reached = lines.get(lines.size() - 1).position();
        if (!ours.isEmpty() || reached - kept >= KEPT_EVERY) {
            keep(reached);
            kept = reached;
        }
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
                                            "No longer holds? " + lesson.facts().title(),
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
        Notices present = notices;
        if (present == null) {
            return;
        }
        Set<String> to = reviewers(line.center());
        to.remove(line.actor().id());
        if (!to.isEmpty()) {
            present.post(
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

    private void keep(long position) {
        store.write(
                SELF,
                tx -> {
                    int known =
                            tx.sql()
                                    .update(FOLLOWED)
                                    .set(POSITION, position)
                                    .where(WHO.eq(NAME))
                                    .execute();
                    if (known == 0) {
                        tx.sql()
                                .insertInto(FOLLOWED)
                                .set(WHO, NAME)
                                .set(POSITION, position)
                                .execute();
                    }
                    return null;
                });
    }
}
