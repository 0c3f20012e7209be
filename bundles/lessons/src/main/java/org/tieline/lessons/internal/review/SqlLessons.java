package org.tieline.lessons.internal.review;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_REVIEW;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_SHARE;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonEntry;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonMove;
import org.tieline.api.lessons.LessonNote;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.LessonVersion;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.record.MoveOption;
import org.tieline.api.sharing.Finding;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.Validation;
import org.tieline.lessons.internal.record.DecisionTable;
import org.tieline.lessons.internal.record.LessonList;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.LessonVisibility;
import org.tieline.lessons.internal.record.NoteTable;
import org.tieline.lessons.internal.record.SharedTexts;
import org.tieline.lessons.internal.record.StoredLesson;
import org.tieline.lessons.internal.record.VersionTable;
import org.tieline.sharing.redaction.Redaction;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The lessons in the schema {@code lessons}. */
@Component
public final class SqlLessons implements Lessons {
    private static final String LIST = "lessons";
    private static final String VERSIONS = "versions";
    private static final String NOTES = "notes";
    private static final String LAST = "~";
    private static final Caller SELF = Caller.system("lessons");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final Redaction redaction;

    @Activate
    public SqlLessons(
            @Reference LessonStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference Redaction redaction) {
        this(store.store(), access, centers, redaction);
    }

    private SqlLessons(Store store, Access access, Centers centers, Redaction redaction) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.redaction = redaction;
    }

    public static SqlLessons in(Store store, Access access, Centers centers, Redaction redaction) {
        return new SqlLessons(store, access, centers, redaction);
    }

    @Override
    public Page<LessonEntry> list(Caller caller, LessonFilter filter, PageRequest page) {
        Reach reach = ReachCheck.require(access, caller, LESSON_READ, LIST);
        return LessonList.page(store, reach, filter, page);
    }

    @Override
    public Lesson get(Caller caller, String id) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return store.read(sql -> lessonVisibility.get(sql, id));
    }

    @Override
    public Lesson create(Caller caller, String center, LessonDraft draft) {
        access.require(caller, LESSON_WRITE, ReachCheck.center(center), Center.ref(center));
        centers.get(SELF, center);
        check(center, draft, Set.of());
        String id = Ids.next();
        return store.write(
                caller,
                tx -> {
                    StoredLesson made = StoredLesson.written(id, center, draft, caller, tx.now());
                    LessonTable.insert(tx.sql(), List.of(made));
                    tx.journal(
                            center,
                            Lesson.ref(id),
                            made.version(),
                            "created",
                            JournalFields.NONE.changesTo(LessonRules.facts(draft, made.state())));
                    return made.own();
                });
    }

    @Override
    public Lesson update(Caller caller, String id, long version, LessonDraft draft) {
        return change(
                caller,
                LESSON_WRITE,
                id,
                "changed",
                "",
                (tx, before) -> {
                    refuseStale(tx, before, version);
                    if (draft.equals(before.facts())) {
                        return before;
                    }
                    check(before.center(), draft, before.facts().sharedWith());
                    VersionTable.keep(tx.sql(), before);
                    return before.rewritten(draft, caller, tx.now());
                });
    }

    @Override
    public List<MoveOption> moves(Caller caller, String id) {
        return own(
                caller,
                id,
                (sql, lesson) ->
                        LessonLifecycle.TABLE.from(lesson.state()).stream()
                                .filter(move -> access.allows(caller, move.by(), lesson.center()))
                                .map(move -> new MoveOption(move.name(), EnumNames.of(move.to())))
                                .toList());
    }

    @Override
    public Lesson submit(Caller caller, String id) {
        return move(
                caller,
                id,
                LessonMove.SUBMIT,
                "",
                (tx, before) ->
                        before.state() == LessonState.IN_REVIEW
                                ? before
                                : moved(LessonMove.SUBMIT, tx, before));
    }

    private static StoredLesson moved(LessonMove move, Transaction tx, StoredLesson before) {
        LessonLifecycle.require(move, before.state());
        return before.moved(LessonLifecycle.line(move).to(), tx.now());
    }

    @Override
    public Lesson giveBack(Caller caller, String id, String reason) {
        Validation.refuse(
                LessonRules.required("reason", reason, LessonRules.MAX_REASON), List.of());
        return move(
                caller,
                id,
                LessonMove.GIVE_BACK,
                reason,
                (tx, before) -> moved(LessonMove.GIVE_BACK, tx, before));
    }

    @Override
    public Lesson publish(Caller caller, String id, long version) {
        StoredLesson read = existing(store.read(sql -> LessonTable.find(sql, id)), id);
        if (read.facts().audience() != Audience.CENTER && read.version() == version) {
            LessonVisibility.of(access, caller).require(LESSON_SHARE, read);
        }
        return move(
                caller,
                id,
                LessonMove.PUBLISH,
                "",
                (tx, before) -> {
                    LessonLifecycle.require(LessonMove.PUBLISH, before.state());
                    refuseStale(tx, before, version);
                    requireOtherPerson(tx, caller, before);
                    return before.published(shown(tx, before), caller.actor().name(), tx.now());
                });
    }

    private static void requireOtherPerson(Transaction tx, Caller caller, StoredLesson lesson) {
        String who = caller.actor().id();
        boolean wrote =
                lesson.changedBy().id().equals(who)
                        || VersionTable.wrote(
                                tx.sql(), lesson.id(), lesson.publishedVersion().orElse(0L), who);
        if (wrote) {
            throw new Forbidden(
                    LESSON_REVIEW,
                    "You wrote a part of this lesson. Somebody who did not must publish it.");
        }
    }

    /** Returns what others shall see. */
    private LessonDraft shown(Transaction tx, StoredLesson lesson) {
        if (lesson.facts().audience() == Audience.CENTER) {
            return lesson.facts();
        }
        Map<String, Finding.Decision> decisions = DecisionTable.of(tx.sql(), lesson.id());
        long open =
                redaction.findings(SharedTexts.of(lesson.facts()), decisions).stream()
                        .filter(finding -> finding.decision().isEmpty())
                        .count();
        if (open > 0) {
            throw new Conflict(
                    "Before this lesson leaves the center, somebody must decide on "
                            + (open == 1 ? "one passage" : open + " passages")
                            + " that may be private.");
        }
        return SharedTexts.map(lesson.facts(), (field, text) -> redaction.without(text, decisions));
    }

    @Override
    public Lesson retire(Caller caller, String id, String reason) {
        Validation.refuse(
                LessonRules.required("reason", reason, LessonRules.MAX_REASON), List.of());
        return move(
                caller,
                id,
                LessonMove.RETIRE,
                reason,
                (tx, before) ->
                        before.state() == LessonState.RETIRED ? before : before.retired(tx.now()));
    }

    /** What becomes of a lesson; the same lesson if nothing does. */
    private interface Step {
        StoredLesson take(Transaction tx, StoredLesson before);
    }

    private Lesson move(Caller caller, String id, LessonMove move, String reason, Step step) {
        Lifecycle.Move<LessonState> line = LessonLifecycle.line(move);
        return change(caller, line.by(), id, line.done(), reason, step);
    }

    private Lesson change(
            Caller caller,
            Operation operation,
            String id,
            String action,
            String reason,
            Step step) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        lessonVisibility.require(
                operation, existing(store.read(sql -> LessonTable.find(sql, id)), id));
        return store.write(
                caller,
                tx -> {
                    StoredLesson before = existing(LessonTable.lock(tx.sql(), id), id);
                    StoredLesson after = step.take(tx, before);
                    if (after != before) {
                        write(tx.sql(), before, after);
                        tx.journal(
                                after.center(),
                                Lesson.ref(id),
                                after.version(),
                                action,
                                told(before).changesTo(told(after).with("reason", reason)));
                    }
                    return after.own();
                });
    }

    /** What is published anew, or retired, is no longer what readers had something against. */
    private static void write(DSLContext sql, StoredLesson before, StoredLesson after) {
        if (after.publishedVersion().equals(before.publishedVersion())) {
            LessonTable.update(sql, after);
        } else {
            LessonTable.settle(sql, after);
        }
    }

    private static JournalFields told(StoredLesson lesson) {
        return LessonRules.facts(lesson.facts(), lesson.state());
    }

    private static StoredLesson existing(Optional<StoredLesson> found, String id) {
        return found.orElseThrow(() -> new NotFound(Lesson.ref(id)));
    }

    private static void refuseStale(Transaction tx, StoredLesson lesson, long version) {
        if (lesson.version() != version) {
            throw tx.stale(Lesson.ref(lesson.id()), version, lesson.version());
        }
    }

    @Override
    public Page<LessonVersion> versions(Caller caller, String id, PageRequest page) {
        Long before =
                Cursors.after(VERSIONS, 1, page)
                        .map(parts -> number(parts.get(0)))
                        .orElse(Long.MAX_VALUE);
        return own(
                caller,
                id,
                (sql, lesson) -> {
                    List<LessonVersion> found = new ArrayList<>();
                    if (lesson.version() < before) {
                        found.add(current(lesson));
                    }
                    found.addAll(
                            VersionTable.before(sql, id, before, page.limit() + 1 - found.size()));
                    return Cursors.page(
                            VERSIONS, page, found, one -> List.of(Long.toString(one.version())));
                });
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Cursors.bad();
        }
    }

    private static LessonVersion current(StoredLesson lesson) {
        return new LessonVersion(
                lesson.version(),
                lesson.facts(),
                lesson.state(),
                lesson.changedBy().name(),
                lesson.updated());
    }

    @Override
    public Optional<LessonVersion> version(Caller caller, String id, long version) {
        return own(
                caller,
                id,
                (sql, lesson) ->
                        lesson.version() == version
                                ? Optional.of(current(lesson))
                                : VersionTable.find(sql, id, version));
    }

    @Override
    public List<Finding> findings(Caller caller, String id) {
        return own(
                caller,
                id,
                (sql, lesson) ->
                        redaction.findings(
                                SharedTexts.of(lesson.facts()),
                                DecisionTable.of(sql, lesson.id())));
    }

    private interface Question<T> {
        T ask(DSLContext sql, StoredLesson lesson);
    }

    /** Reads what only a lesson's own center knows. */
    private <T> T own(Caller caller, String id, Question<T> question) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return store.read(
                sql -> {
                    StoredLesson lesson = lessonVisibility.find(sql, id);
                    lessonVisibility.require(LESSON_READ, lesson);
                    return question.ask(sql, lesson);
                });
    }

    @Override
    public void decide(
            Caller caller, String id, String kind, String text, Finding.Decision decision) {
        StoredLesson lesson = existing(store.read(sql -> LessonTable.find(sql, id)), id);
        LessonVisibility.of(access, caller).require(LESSON_SHARE, lesson);
        boolean found =
                redaction.findings(SharedTexts.of(lesson.facts()), Map.of()).stream()
                        .anyMatch(one -> one.kind().equals(kind) && one.text().equals(text));
        if (!found) {
            throw new Invalid(
                    new FieldError("text", "is not a passage that was found in this lesson"));
        }
        store.write(
                caller,
                tx -> {
                    LessonTable.lock(tx.sql(), id);
                    DecisionTable.put(
                            tx.sql(),
                            id,
                            Redaction.key(kind, text),
                            decision,
                            caller.actor().id(),
                            tx.now());
                    tx.journal(
                            lesson.center(),
                            Lesson.ref(id),
                            lesson.version(),
                            "decided",
                            List.of(
                                    new FieldChange(
                                            "passage",
                                            Optional.empty(),
                                            Optional.of(
                                                    kind
                                                            + (decision == Finding.Decision.KEEP
                                                                    ? ": kept"
                                                                    : ": removed")))));
                    return null;
                });
    }

    @Override
    public Page<LessonNote> notes(Caller caller, String id, PageRequest page) {
        String before = Cursors.after(NOTES, 1, page).map(parts -> parts.get(0)).orElse(LAST);
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return Cursors.page(
                NOTES,
                page,
                store.read(
                        sql -> {
                            lessonVisibility.find(sql, id);
                            return NoteTable.before(
                                    sql, lessonVisibility.reach(), id, before, page.limit() + 1);
                        }),
                note -> List.of(note.id()));
    }

    @Override
    public LessonNote note(Caller caller, String id, String center, String text) {
        access.require(caller, LESSON_WRITE, ReachCheck.center(center), Lesson.ref(id));
        Validation.refuse(LessonRules.required("text", text, LessonRules.MAX_NOTE), List.of());
        return store.write(
                caller,
                tx -> {
                    StoredLesson lesson =
                            LessonTable.find(tx.sql(), id)
                                    .filter(one -> LessonVisibility.shown(one, center))
                                    .orElseThrow(() -> new NotFound(Lesson.ref(id)));
                    LessonNote note =
                            new LessonNote(
                                    Ids.next(), center, text, caller.actor().name(), tx.now());
                    NoteTable.insert(tx.sql(), lesson.id(), note, caller);
                    tx.journal(
                            center,
                            Lesson.ref(id),
                            0,
                            "noted",
                            JournalFields.NONE.changesTo(JournalFields.NONE.with("note", text)));
                    return note;
                });
    }

    private void check(String center, LessonDraft draft, Set<String> sharedBefore) {
        Validation.refuse(LessonRules.check(center, draft), List.of());
        Validation.refuse(
                draft.sharedWith().stream()
                        .filter(one -> !sharedBefore.contains(one) && !exists(one))
                        .sorted()
                        .map(
                                one ->
                                        new FieldError(
                                                "sharedWith",
                                                "names \""
                                                        + one
                                                        + "\", but there is no such center"))
                        .toList(),
                List.of());
    }

    private boolean exists(String center) {
        try {
            centers.get(SELF, center);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
