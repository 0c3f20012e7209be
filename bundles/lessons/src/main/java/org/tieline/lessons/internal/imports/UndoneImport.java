package org.tieline.lessons.internal.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Lesson;
import org.tieline.lessons.internal.imports.ImportReport.State;
import org.tieline.lessons.internal.record.FeedbackTable;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.NoteTable;
import org.tieline.lessons.internal.record.StoredLesson;
import org.tieline.store.Store;

/**
 * The taking back of one import; belongs to its thread. Its lessons are deleted, except those that
 * people have changed or noted on since.
 */
final class UndoneImport {
    private static final int BATCH = 1_000;

    private final Store store;
    private final Caller caller;
    private final ImportReport run;

    UndoneImport(Store store, Caller caller, ImportReport run) {
        this.store = store;
        this.caller = caller;
        this.run = run;
    }

    void all() {
        String after = "";
        long left = 0;
        boolean more = true;
        while (more) {
            String from = after;
            List<StoredLesson> page =
                    store.read(sql -> LessonTable.ofImport(sql, run.id(), from, BATCH));
            left += page.size() - delete(page);
            more = page.size() == BATCH;
            after = page.isEmpty() ? "" : page.get(page.size() - 1).id();
        }
        long kept = left;
        store.write(
                caller,
                tx -> {
                    List<String> told =
                            kept == 0
                                    ? List.of()
                                    : List.of(
                                            kept
                                                    + " lessons were changed or noted on since, and"
                                                    + " are still there");
                    ImportTable.update(
                            tx.sql(),
                            run.with(0, kept - run.added(), 0, 0, told, tx.now())
                                    .in(State.UNDONE, tx.now()));
                    return null;
                });
    }

    private int delete(List<StoredLesson> page) {
        return store.write(
                caller,
                tx -> {
                    Set<String> noted =
                            new HashSet<>(
                                    NoteTable.noted(
                                            tx.sql(),
                                            page.stream().map(StoredLesson::id).toList()));
                    noted.addAll(
                            FeedbackTable.told(
                                    tx.sql(), page.stream().map(StoredLesson::id).toList()));
                    List<StoredLesson> untouched =
                            page.stream()
                                    .filter(
                                            lesson ->
                                                    lesson.version() == 1
                                                            && !noted.contains(lesson.id()))
                                    .toList();
                    LessonTable.delete(tx.sql(), untouched.stream().map(StoredLesson::id).toList());
                    untouched.forEach(
                            lesson ->
                                    tx.journal(
                                            lesson.center(),
                                            Lesson.ref(lesson.id()),
                                            2,
                                            "removed",
                                            List.of(
                                                    new FieldChange(
                                                            "title",
                                                            Optional.of(lesson.facts().title()),
                                                            Optional.empty()))));
                    ImportTable.update(tx.sql(), run.in(State.UNDOING, tx.now()));
                    return untouched.size();
                });
    }
}
