package org.tieline.lessons.internal.adoption;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_ADOPT;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_PROMOTE;
import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
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
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.AdoptionEntry;
import org.tieline.api.lessons.AdoptionStage;
import org.tieline.api.lessons.Adoptions;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.Standing;
import org.tieline.api.lessons.Uptake;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.Validation;
import org.tieline.lessons.internal.record.AdoptionTable;
import org.tieline.lessons.internal.record.LessonList;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.LessonVisibility;
import org.tieline.lessons.internal.record.StandingTable;
import org.tieline.lessons.internal.record.StandingTable.Counts;
import org.tieline.lessons.internal.record.StoredLesson;
import org.tieline.store.Cursors;
import org.tieline.store.Store;

/** What centers make of the lessons of others, in the schema {@code lessons}. */
@Component
public final class SqlAdoptions implements Adoptions {
    private static final String LIST = "adoptions";
    private static final String BOARD = "adoption-board";

    private final Store store;
    private final Access access;

    @Activate
    public SqlAdoptions(@Reference LessonStore store, @Reference Access access) {
        this(store.store(), access);
    }

    private SqlAdoptions(Store store, Access access) {
        this.store = store;
        this.access = access;
    }

    public static SqlAdoptions in(Store store, Access access) {
        return new SqlAdoptions(store, access);
    }

    @Override
    public Standing standing(Caller caller, String lesson) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return store.read(
                sql -> {
                    lessonVisibility.find(sql, lesson);
                    return told(sql, lesson, StandingTable.of(sql, lesson));
                });
    }

    private static Standing told(DSLContext sql, String lesson, Counts counts) {
        return new Standing(
                enough(counts.adopted()),
                enough(counts.better()),
                AdoptionTable.named(sql, lesson),
                counts.best());
    }

    private static Optional<Integer> enough(int centers) {
        return Optional.of(centers).filter(count -> count >= Standing.FEWEST);
    }

    @Override
    public Page<Adoption> list(Caller caller, String lesson, PageRequest page) {
        String after = Cursors.after(LIST, 1, page).map(key -> key.get(0)).orElse("");
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        return Cursors.page(
                LIST,
                page,
                store.read(
                        sql -> {
                            lessonVisibility.find(sql, lesson);
                            return AdoptionTable.of(
                                    sql, lessonVisibility.reach(), lesson, after, page.limit() + 1);
                        }),
                adoption -> List.of(adoption.center()));
    }

    @Override
    public Adoption decide(
            Caller caller, String lesson, String center, long version, AdoptionDraft draft) {
        access.require(caller, LESSON_ADOPT, ReachCheck.center(center), Lesson.ref(lesson));
        Validation.refuse(check(draft), List.of());
        return store.write(
                caller,
                tx -> {
                    StoredLesson found =
                            LessonTable.lock(tx.sql(), lesson)
                                    .filter(one -> LessonVisibility.shown(one, center))
                                    .orElseThrow(() -> new NotFound(Lesson.ref(lesson)));
                    if (found.center().equals(center)) {
                        throw new Conflict("The lesson is this center's own.");
                    }
                    Optional<Adoption> before = AdoptionTable.find(tx.sql(), lesson, center);
                    long present = before.map(Adoption::version).orElse(0L);
                    if (present != version) {
                        throw tx.stale(Lesson.ref(lesson), version, present);
                    }
                    Adoption after =
                            new Adoption(
                                    lesson,
                                    center,
                                    draft,
                                    caller.actor().name(),
                                    present + 1,
                                    tx.now());
                    AdoptionTable.put(tx.sql(), after);
                    StandingTable.count(tx.sql(), lesson);
                    tx.journal(
                            center,
                            Lesson.ref(lesson),
                            0,
                            draft.uptake() == Uptake.REJECTED ? "not-adopted" : "adopted",
                            before.map(one -> facts(one.facts()))
                                    .orElse(JournalFields.NONE)
                                    .changesTo(facts(draft)));
                    return after;
                });
    }

    private static List<FieldError> check(AdoptionDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(Texts.lines("note", draft.note(), LessonRules.MAX_NOTE));
        errors.addAll(Texts.lines("effectNote", draft.effectNote(), LessonRules.MAX_NOTE));
        if (draft.uptake() != Uptake.AS_IS && draft.note().isBlank()) {
            errors.add(
                    new FieldError(
                            "note",
                            draft.uptake() == Uptake.REJECTED
                                    ? "must say why the lesson is not for this center"
                                    : "must say what this center does instead"));
        }
        if (draft.uptake() == Uptake.REJECTED && draft.effect().isPresent()) {
            errors.add(new FieldError("effect", "must be empty for what was not adopted"));
        }
        if (draft.effect().isEmpty() && !draft.effectNote().isBlank()) {
            errors.add(new FieldError("effect", "must be chosen, as there is a text about it"));
        }
        return errors;
    }

    private static JournalFields facts(AdoptionDraft draft) {
        return JournalFields.NONE
                .with("uptake", EnumNames.of(draft.uptake()))
                .with("note", draft.note())
                .with("effect", draft.effect().map(EnumNames::of))
                .with("effectNote", draft.effectNote())
                .with("named", draft.named());
    }

    @Override
    public Page<AdoptionEntry> board(
            Caller caller, String center, AdoptionStage stage, PageRequest page) {
        access.require(caller, LESSON_READ, ReachCheck.center(center), Center.ref(center));
        List<String> after =
                Cursors.after(BOARD, 2, page)
                        .orElse(List.of(LessonList.END.toString(), LessonList.LAST));
        Instant before = LessonList.instant(after.get(0));
        return Cursors.page(
                BOARD,
                page,
                store.read(
                        sql ->
                                stage == AdoptionStage.UNDECIDED
                                        ? AdoptionTable.undecided(
                                                sql, center, before, after.get(1), page.limit() + 1)
                                        : AdoptionTable.decided(
                                                sql,
                                                center,
                                                stage,
                                                before,
                                                after.get(1),
                                                page.limit() + 1)),
                entry ->
                        List.of(
                                entry.adoption()
                                        .map(Adoption::updated)
                                        .orElse(entry.lesson().updated())
                                        .toString(),
                                entry.lesson().id()));
    }

    @Override
    public Standing promote(Caller caller, String lesson) {
        LessonVisibility lessonVisibility = LessonVisibility.of(access, caller);
        StoredLesson read = store.read(sql -> lessonVisibility.find(sql, lesson));
        if (read.pack().isPresent()) {
            access.require(caller, LESSON_PROMOTE, Caller.EVERYWHERE, Lesson.ref(lesson));
        } else {
            lessonVisibility.require(LESSON_PROMOTE, read);
        }
        return store.write(
                caller,
                tx -> {
                    StoredLesson found =
                            LessonTable.lock(tx.sql(), lesson)
                                    .orElseThrow(() -> new NotFound(Lesson.ref(lesson)));
                    Counts counts = StandingTable.of(tx.sql(), lesson);
                    if (counts.best().isPresent()) {
                        return told(tx.sql(), lesson, counts);
                    }
                    if (found.shown().isEmpty() || counts.better() < Standing.FEWEST) {
                        throw new Conflict(
                                "A published lesson becomes a best practice once at least three"
                                        + " centers say that it made things better.");
                    }
                    tx.journal(
                            found.center(),
                            Lesson.ref(lesson),
                            found.version(),
                            "promoted",
                            List.of());
                    return told(
                            tx.sql(), lesson, StandingTable.promote(tx.sql(), lesson, tx.now()));
                });
    }
}
