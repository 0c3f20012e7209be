package org.tieline.change.internal.lesson;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_CLOSE;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.change.Change;
import org.tieline.api.change.Changes;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Review;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.error.Conflict;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonSource;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.lessons.Narrative;
import org.tieline.api.lessons.Severity;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.record.JournalFields;
import org.tieline.store.Store;

/**
 * Makes drafts of lessons of what the reviews of changes say was learned, as far as there are
 * lessons.
 */
@Component(service = ChangeLessons.class)
public final class ChangeLessons {
    private static final Table<Record> LESSON = table("changes", "change_lesson");
    private static final Field<String> CHANGE = text(LESSON, "change_id");
    private static final Field<String> ID = text(LESSON, "lesson");
    private static final int MAX_TITLE = 300;

    private final Store store;
    private final Access access;
    private final Changes changes;
    private final AssetImpact assetImpact;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Lessons lessons;

    @Activate
    public ChangeLessons(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Changes changes,
            @Reference AssetImpact assetImpact) {
        this(store.store(), access, changes, assetImpact, null);
    }

    ChangeLessons(
            Store store, Access access, Changes changes, AssetImpact assetImpact, Lessons lessons) {
        this.store = store;
        this.access = access;
        this.changes = changes;
        this.assetImpact = assetImpact;
        this.lessons = lessons;
    }

    /** Tells whether a lesson could be made. */
    public boolean present() {
        return lessons != null;
    }

    /** Returns the id of the lesson that was made of a change. */
    public Optional<String> of(String change) {
        return store.read(
                sql -> sql.select(ID).from(LESSON).where(CHANGE.eq(change)).fetchOptional(ID));
    }

    /**
     * Makes a draft of a lesson of what a review says was learned, and links the two. Returns the
     * lesson's id; the same when there is one already.
     *
     * @throws Conflict if nothing was learned yet, or there are no lessons
     */
    public String draft(Caller caller, String id) {
        Change change = changes.get(caller, id);
        access.require(caller, CHANGE_CLOSE, change.center(), Change.ref(id));
        Optional<String> before = of(id);
        if (before.isPresent()) {
            return before.get();
        }
        ReviewDraft review =
                change.review()
                        .map(Review::facts)
                        .filter(said -> said.learned().isPresent())
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "A lesson comes of what the review says was"
                                                        + " learned. Write that first."));
        Lessons known = lessons;
        if (known == null) {
            throw new Conflict("Lessons are not installed here.");
        }
        Lesson lesson = known.create(caller, change.center(), lesson(change, review));
        return store.write(
                caller,
                tx -> {
                    tx.sql().insertInto(LESSON).set(CHANGE, id).set(ID, lesson.id()).execute();
                    tx.journal(
                            change.center(),
                            Change.ref(id),
                            change.version(),
                            "lesson-drafted",
                            JournalFields.NONE.changesTo(
                                    JournalFields.NONE.with("lesson", lesson.id())));
                    return lesson.id();
                });
    }

    private LessonDraft lesson(Change change, ReviewDraft review) {
        String title = "From the change: " + change.facts().title();
        String happened =
                Stream.of(change.facts().what(), review.sideEffects(), review.incidents())
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n\n"));
        List<String> systems =
                assetImpact.of(change.center(), change.facts().assets()).assets().stream()
                        .map(Asset::entry)
                        .map(entry -> entry.name())
                        .map(name -> name.substring(0, Math.min(name.length(), 80)))
                        .distinct()
                        .limit(30)
                        .toList();
        return new LessonDraft(
                title.substring(0, Math.min(title.length(), MAX_TITLE)).strip(),
                new Narrative(happened, review.learned().orElseThrow(), "", evidence(change)),
                new Classification(
                        Category.TECHNOLOGY,
                        severity(change),
                        LessonSource.CHANGE_REVIEW,
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        systems,
                        List.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Audience.CENTER,
                Set.of());
    }

    private static Severity severity(Change change) {
        boolean badly =
                change.closure()
                        .filter(
                                code ->
                                        code == ClosureCode.FAILED
                                                || code == ClosureCode.BACKED_OUT)
                        .isPresent();
        return badly ? Severity.HIGH : Severity.MODERATE;
    }

    private static String evidence(Change change) {
        return "The review of the change " + change.number() + ", /changes/" + change.id();
    }
}
