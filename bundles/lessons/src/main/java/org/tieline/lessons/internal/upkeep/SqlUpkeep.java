package org.tieline.lessons.internal.upkeep;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.DueLesson;
import org.tieline.api.lessons.Feedback;
import org.tieline.api.lessons.Feedback.Kind;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.LessonUpkeep;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Validation;
import org.tieline.lessons.internal.record.DueTable;
import org.tieline.lessons.internal.record.FeedbackTable;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.LessonVisibility;
import org.tieline.lessons.internal.record.StandingTable;
import org.tieline.lessons.internal.record.StoredLesson;
import org.tieline.lessons.internal.record.VersionTable;
import org.tieline.sharing.redaction.Redaction;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Whether lessons still hold, in the schema {@code lessons}. */
@Component
public final class SqlUpkeep implements LessonUpkeep {
    private static final String DUE = "lessons-due";
    private static final int OPEN = 50;

    private final Store store;
    private final Access access;
    private final Redaction redaction;

    @Activate
    public SqlUpkeep(
            @Reference LessonStore store,
            @Reference Access access,
            @Reference Redaction redaction) {
        this(store.store(), access, redaction);
    }

    private SqlUpkeep(Store store, Access access, Redaction redaction) {
        this.store = store;
        this.access = access;
        this.redaction = redaction;
    }

    public static SqlUpkeep in(Store store, Access access, Redaction redaction) {
        return new SqlUpkeep(store, access, redaction);
    }

    @Override
    public void helped(Caller caller, String lesson, String center) {
        access.require(caller, LESSON_WRITE, ReachCheck.center(center), Lesson.ref(lesson));
        store.write(
                caller,
                tx -> {
                    locked(tx, lesson, center);
                    if (!FeedbackTable.saidHelped(tx.sql(), lesson, caller.actor().id())) {
                        tell(tx, caller, lesson, center, Kind.HELPED, "");
                        StandingTable.count(tx.sql(), lesson);
                        tx.journal(center, Lesson.ref(lesson), 0, "helped", List.of());
                    }
                    return null;
                });
    }

    @Override
    public void outdated(Caller caller, String lesson, String center, String reason) {
        access.require(caller, LESSON_WRITE, ReachCheck.center(center), Lesson.ref(lesson));
        Validation.refuse(
                LessonRules.required("reason", reason, LessonRules.MAX_REASON), List.of());
        store.write(
                caller,
                tx -> {
                    StoredLesson found = locked(tx, lesson, center);
                    if (!found.center().equals(center)) {
                        refusePrivate(reason);
                    }
                    tell(tx, caller, lesson, center, Kind.OUTDATED, reason);
                    StandingTable.count(tx.sql(), lesson);
                    DueTable.put(tx.sql(), found);
                    tx.journal(
                            found.center(),
                            Lesson.ref(lesson),
                            found.version(),
                            "doubted",
                            JournalFields.NONE.changesTo(
                                    JournalFields.NONE
                                            .with("center", center)
                                            .with("reason", reason)));
                    return null;
                });
    }

    /** The reason leaves the center as it is, so nothing private may be in it. */
    private void refusePrivate(String reason) {
        Set<String> kinds = redaction.kinds(reason);
        if (!kinds.isEmpty()) {
            throw new Invalid(
                    new FieldError(
                            "reason",
                            "goes to another center and must not hold what looks private: "
                                    + String.join(", ", kinds)));
        }
    }

    private static StoredLesson locked(Transaction tx, String lesson, String center) {
        StoredLesson found =
                LessonTable.lock(tx.sql(), lesson)
                        .filter(one -> LessonVisibility.shown(one, center))
                        .orElseThrow(() -> new NotFound(Lesson.ref(lesson)));
        if (found.shown().isEmpty()) {
            throw new Conflict("The lesson is not published.");
        }
        return found;
    }

    private static void tell(
            Transaction tx, Caller caller, String lesson, String center, Kind kind, String reason) {
        FeedbackTable.insert(
                tx.sql(),
                new Feedback(
                        Ids.next(), lesson, center, kind, reason, caller.actor().name(), tx.now()),
                caller.actor().id());
    }

    @Override
    public List<Feedback> open(Caller caller, String lesson) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return store.read(
                sql -> {
                    StoredLesson found = lessonVisibility.find(sql, lesson);
                    return lessonVisibility.inside(found)
                            ? FeedbackTable.open(sql, lesson, OPEN).stream()
                                    .map(one -> seen(lessonVisibility, one))
                                    .toList()
                            : List.of();
                });
    }

    private static Feedback seen(LessonVisibility lessonVisibility, Feedback feedback) {
        return new Feedback(
                feedback.id(),
                feedback.lesson(),
                feedback.center(),
                feedback.kind(),
                feedback.reason(),
                lessonVisibility.reach().covers(feedback.center()) ? feedback.by() : "",
                feedback.at());
    }

    @Override
    public boolean saidHelped(Caller caller, String lesson) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return store.read(
                sql -> {
                    lessonVisibility.find(sql, lesson);
                    return FeedbackTable.saidHelped(sql, lesson, caller.actor().id());
                });
    }

    @Override
    public Page<DueLesson> due(Caller caller, String center, LocalDate today, PageRequest page) {
        access.require(caller, LESSON_READ, ReachCheck.center(center), Center.ref(center));
        List<String> after = Cursors.after(DUE, 2, page).orElse(List.of("", ""));
        return Cursors.page(
                DUE,
                page,
                store.read(
                        sql ->
                                DueTable.of(
                                        sql,
                                        center,
                                        today,
                                        after.get(0),
                                        after.get(1),
                                        page.limit() + 1)),
                lesson -> List.of(lesson.since().toString(), lesson.id()));
    }

    @Override
    public Lesson stillHolds(Caller caller, String lesson, long version, Optional<LocalDate> next) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        lessonVisibility.require(
                LESSON_REVIEW, store.read(sql -> lessonVisibility.find(sql, lesson)));
        return store.write(
                caller,
                tx -> {
                    StoredLesson before =
                            LessonTable.lock(tx.sql(), lesson)
                                    .orElseThrow(() -> new NotFound(Lesson.ref(lesson)));
                    if (before.state() != LessonState.PUBLISHED) {
                        throw new Conflict(
                                "The lesson is not published as it is: it is being rewritten, or"
                                        + " was retired.");
                    }
                    if (before.version() != version) {
                        throw tx.stale(Lesson.ref(lesson), version, before.version());
                    }
                    refusePast(next, LocalDate.ofInstant(tx.now(), ZoneOffset.UTC));
                    StoredLesson after = before.holding(next, tx.now());
                    VersionTable.keep(tx.sql(), before);
                    LessonTable.settle(tx.sql(), after);
                    tx.journal(
                            after.center(),
                            Lesson.ref(lesson),
                            after.version(),
                            "still-holds",
                            LessonRules.facts(before.facts(), before.state())
                                    .changesTo(LessonRules.facts(after.facts(), after.state())));
                    return after.own();
                });
    }

    private static void refusePast(Optional<LocalDate> next, LocalDate today) {
        if (next.filter(day -> !day.isAfter(today)).isPresent()) {
            throw new Invalid(new FieldError("reviewOn", "must be a day to come"));
        }
    }
}
