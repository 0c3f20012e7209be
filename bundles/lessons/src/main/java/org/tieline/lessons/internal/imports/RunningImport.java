package org.tieline.lessons.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.core.imports.CsvFile;
import org.tieline.core.imports.CsvRow;
import org.tieline.core.imports.RowFault;
import org.tieline.lessons.internal.imports.ImportReport.State;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.StoredLesson;
import org.tieline.lessons.internal.record.StoredLesson.Origin;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * One import under way; belongs to its thread. What a row says was brought before is known by its
 * number and left as it is, so that an import can be repeated; one that ends early has written
 * whole batches of rows.
 */
final class RunningImport {
    private static final Logger LOG = LoggerFactory.getLogger(RunningImport.class);
    private static final int BATCH = 250;

    private final Store store;
    private final Caller caller;
    private final ImportMapping mapping;
    private final Map<String, LessonDraft> batch = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private ImportReport run;
    private long rows;
    private long repeated;
    private long faulty;

    RunningImport(Store store, Caller caller, ImportReport run, ImportMapping mapping) {
        this.store = store;
        this.caller = caller;
        this.run = run;
        this.mapping = mapping;
    }

    void all(Map<String, Path> files, Runnable done) {
        State end = State.DONE;
        try {
            files.forEach(this::read);
            flush();
        } catch (RuntimeException e) {
            LOG.error("The import {} ended before its files did", run.id(), e);
            fault("It ended before the files did; import them again to go on");
            end = State.FAILED;
        } finally {
            done.run();
        }
        finish(end);
    }

    private void read(String name, Path file) {
        try {
            CsvFile.of(file)
                    .read(
                            row -> {
                                take(name, row);
                                return !Thread.currentThread().isInterrupted();
                            });
        } catch (Invalid e) {
            e.errors().forEach(error -> fault(name + " " + error.message()));
        }
    }

    private void take(String name, CsvRow row) {
        rows++;
        LessonDraft draft = ImportedRow.draft(mapping, row);
        List<RowFault> wrong =
                row.fault()
                        .map(List::of)
                        .orElseGet(() -> ImportedRow.faults(mapping, row, run.center(), draft));
        if (!wrong.isEmpty()) {
            fault(wrong.stream().map(fault -> name + ", " + fault).toArray(String[]::new));
        } else if (batch.putIfAbsent(ImportedRow.key(mapping, row), draft) != null) {
            repeated++;
        }
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void fault(String... messages) {
        faulty++;
        Stream.of(messages).limit(RowFault.MOST - faults.size()).forEach(faults::add);
    }

    private void flush() {
        run =
                store.write(
                        caller,
                        tx -> {
                            Set<String> known =
                                    LessonTable.knownKeys(tx.sql(), run.center(), batch.keySet());
                            List<StoredLesson> made = new ArrayList<>();
                            batch.forEach(
                                    (key, draft) -> {
                                        if (!known.contains(key)) {
                                            made.add(lesson(key, draft, tx));
                                        }
                                    });
                            LessonTable.insert(tx.sql(), made);
                            made.forEach(lesson -> tell(tx, lesson));
                            ImportReport next =
                                    run.with(
                                            rows,
                                            made.size(),
                                            known.size() + repeated,
                                            faulty,
                                            faults,
                                            tx.now());
                            ImportTable.update(tx.sql(), next);
                            return next;
                        });
        batch.clear();
        rows = 0;
        repeated = 0;
    }

    private StoredLesson lesson(String key, LessonDraft draft, Transaction tx) {
        StoredLesson written =
                StoredLesson.written(Ids.next(), run.center(), draft, caller, tx.now())
                        .from(Optional.empty(), Optional.of(new Origin(run.id(), key)));
        return mapping.published() ? written.takenOver(tx.now()) : written;
    }

    private void tell(Transaction tx, StoredLesson lesson) {
        tx.journal(
                run.center(),
                Lesson.ref(lesson.id()),
                lesson.version(),
                "imported",
                List.of(
                        new FieldChange(
                                "title", Optional.empty(), Optional.of(lesson.facts().title()))));
    }

    private void finish(State end) {
        store.write(
                caller,
                tx -> {
                    ImportReport last =
                            run.with(rows, 0, repeated, faulty, faults, tx.now()).in(end, tx.now());
                    ImportTable.update(tx.sql(), last);
                    last.journal(tx, end == State.DONE ? "finished" : "failed");
                    return null;
                });
    }
}
