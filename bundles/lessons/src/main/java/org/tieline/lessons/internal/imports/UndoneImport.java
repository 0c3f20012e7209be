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
import org.tieline.store.Transaction;

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
        long kept = 0;
        String after = "";
        while (after != null) {
            String from = after;
            List<StoredLesson> page =
                    store.read(sql -> LessonTable.ofImport(sql, run.id(), from, BATCH));
            kept += page.size() - delete(page);
            after = page.size() < BATCH ? null : page.get(BATCH - 1).id();
        }
        List<String> told =
                kept == 0
                        ? List.of()
                        : List.of(
                                kept
                                        + " lessons were changed or noted on since, and are still"
                                        + " there");
        long gone = run.added() - kept;
        store.write(
                caller,
                tx -> {
                    ImportReport undone = run.with(0, -gone, 0, 0, told, tx.now());
                    ImportTable.update(tx.sql(), undone.in(State.UNDONE, tx.now()));
                    return null;
                });
    }

    private int delete(List<StoredLesson> page) {
        List<String> ids = page.stream().map(StoredLesson::id).toList();
        return store.write(
                caller,
                tx -> {
                    Set<String> noted = new HashSet<>(NoteTable.noted(tx.sql(), ids));
                    noted.addAll(FeedbackTable.told(tx.sql(), ids));
                    List<StoredLesson> untouched =
                            page.stream()
                                    .filter(lesson -> lesson.version() == 1)
                                    .filter(lesson -> !noted.contains(lesson.id()))
                                    .toList();
                    LessonTable.delete(tx.sql(), untouched.stream().map(StoredLesson::id).toList());
                    untouched.forEach(lesson -> tell(tx, lesson));
                    ImportTable.update(tx.sql(), run.in(State.UNDOING, tx.now()));
                    return untouched.size();
                });
    }

    private static void tell(Transaction tx, StoredLesson lesson) {
        tx.journal(
                lesson.center(),
                Lesson.ref(lesson.id()),
                2,
                "removed",
                List.of(
                        new FieldChange(
                                "title", Optional.of(lesson.facts().title()), Optional.empty())));
    }
}
