package org.tieline.lessons.internal;

import static org.tieline.lessons.internal.LessonOperations.LESSON_IMPORT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.core.access.Within;
import org.tieline.lessons.internal.ImportReport.State;
import org.tieline.lessons.internal.StoredLesson.Origin;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * Taking in files of lessons, one import at a time. What a row says was brought before is known by
 * its number and left as it is, so that an import can be repeated; one that ends early has written
 * whole batches of rows.
 */
@Component(service = LessonImports.class)
public final class LessonImports {
    private static final Logger LOG = LoggerFactory.getLogger(LessonImports.class);
    private static final String KIND = "lesson-import";
    private static final int BATCH = 1_000;
    private static final int FAULTS = 200;
    private static final int LISTED = 20;
    private static final int MAX_NAME = 400;

    private final Store store;
    private final Access access;
    private final Executor worker;

    @Activate
    public LessonImports(@Reference LessonStore store, @Reference Access access) {
        this(
                store.store(),
                access,
                Executors.newSingleThreadExecutor(
                        work -> {
                            Thread thread = new Thread(work, "tieline-lesson-import");
                            thread.setDaemon(true);
                            return thread;
                        }));
    }

    LessonImports(Store store, Access access, Executor worker) {
        this.store = store;
        this.access = access;
        this.worker = worker;
    }

    @Deactivate
    void stop() {
        if (worker instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }

    public void require(Caller caller, String center) {
        access.require(caller, LESSON_IMPORT, Within.center(center), new RecordRef(KIND, "new"));
    }

    /** Returns the center's last imports, the latest first. */
    public List<ImportReport> last(Caller caller, String center) {
        require(caller, center);
        return store.read(sql -> ImportTable.of(sql, center, LISTED));
    }

    public ImportReport get(Caller caller, String id) {
        ImportReport run =
                store.read(sql -> ImportTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(new RecordRef(KIND, id)));
        access.require(caller, LESSON_IMPORT, run.center(), new RecordRef(KIND, id));
        return run;
    }

    /**
     * Begins an import and returns at once.
     *
     * @param files by name, all with the same columns
     * @param done called when the files are no longer needed
     * @throws Invalid if a file cannot be read, or its columns are not those of the first
     */
    public ImportReport start(
            Caller caller,
            String center,
            Map<String, Path> files,
            ImportMapping mapping,
            Runnable done) {
        require(caller, center);
        columns(files);
        if (mapping.columns().keySet().stream()
                .noneMatch(
                        Set.of(ImportField.HAPPENED, ImportField.LEARNED, ImportField.RECOMMENDED)
                                ::contains)) {
            throw new Invalid(
                    new FieldError(
                            "learned",
                            "must come from a column, or else what happened or what is"
                                    + " recommended"));
        }
        String names = String.join(", ", files.keySet());
        ImportReport run =
                store.write(
                        caller,
                        tx -> {
                            ImportReport made =
                                    new ImportReport(
                                            Ids.next(),
                                            center,
                                            names.substring(0, Math.min(MAX_NAME, names.length())),
                                            State.RUNNING,
                                            0,
                                            0,
                                            0,
                                            0,
                                            List.of(),
                                            caller.actor().name(),
                                            tx.now(),
                                            tx.now());
                            ImportTable.insert(tx.sql(), made);
                            journal(tx, made, "started");
                            return made;
                        });
        Map<String, Path> ordered = new LinkedHashMap<>(files);
        worker.execute(() -> new Running(caller, run, mapping).all(ordered, done));
        return run;
    }

    /**
     * Returns the columns of files.
     *
     * @throws Invalid if a file cannot be read, or its columns are not those of the first
     */
    public static List<String> columns(Map<String, Path> files) {
        List<String> columns = List.of();
        List<FieldError> errors = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            try {
                List<String> found = ImportRows.columns(file.getValue());
                if (columns.isEmpty()) {
                    columns = found;
                } else if (!columns.equals(found)) {
                    errors.add(
                            new FieldError(
                                    "file",
                                    file.getKey()
                                            + " has other columns than the first file; import it"
                                            + " by itself"));
                }
            } catch (Invalid e) {
                e.errors()
                        .forEach(
                                error ->
                                        errors.add(
                                                new FieldError(
                                                        "file",
                                                        file.getKey() + " " + error.message())));
            }
        }
        if (files.isEmpty()) {
            errors.add(new FieldError("file", "must be chosen"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return columns;
    }

    /** Returns the first rows of a file that {@link #columns} has read. */
    public static List<List<String>> first(Path file, int most) {
        List<List<String>> rows = new ArrayList<>();
        ImportRows.read(
                file,
                columns -> {},
                row -> {
                    rows.add(row.cells());
                    return rows.size() < most;
                });
        return rows;
    }

    private static void journal(Transaction tx, ImportReport run, String action) {
        tx.journal(
                run.center(),
                new RecordRef(KIND, run.id()),
                0,
                action,
                List.of(
                        new FieldChange("files", Optional.empty(), Optional.of(run.name())),
                        new FieldChange(
                                "added",
                                Optional.empty(),
                                Optional.of(Long.toString(run.added())))));
    }

    /** One import under way; belongs to its thread. */
    private final class Running {
        private final Caller caller;
        private final ImportMapping mapping;
        private final Map<String, LessonDraft> batch = new LinkedHashMap<>();
        private final List<String> faults = new ArrayList<>();
        private ImportReport run;
        private long rows;
        private long repeated;
        private long faulty;

        Running(Caller caller, ImportReport run, ImportMapping mapping) {
            this.caller =
                    new Caller(caller.actor(), caller.roles(), caller.scopes(), Optional.empty());
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
                ImportRows.read(
                        file,
                        columns -> {},
                        row -> {
                            take(name, row);
                            return !Thread.currentThread().isInterrupted();
                        });
            } catch (Invalid e) {
                e.errors().forEach(error -> fault(name + " " + error.message()));
            }
        }

        private void take(String name, ImportRows.Row row) {
            rows++;
            String at = name + ", row " + row.number() + ": ";
            if (row.fault().isPresent()) {
                fault(at + row.fault().get());
                return;
            }
            LessonDraft draft = ImportedRow.draft(mapping, row.cells());
            List<FieldError> errors = LessonRules.check(run.center(), draft);
            if (!errors.isEmpty()) {
                fault(at + errors.get(0).field() + " " + errors.get(0).message());
            } else if (batch.putIfAbsent(ImportedRow.key(mapping, row.cells()), draft) != null) {
                repeated++;
            }
            if (batch.size() == BATCH) {
                flush();
            }
        }

        private void fault(String message) {
            faulty++;
            if (faults.size() < FAULTS) {
                faults.add(message.replaceAll("\\s+", " "));
            }
        }

        private void flush() {
            run =
                    store.write(
                            caller,
                            tx -> {
                                Set<String> known =
                                        LessonTable.knownKeys(
                                                tx.sql(), run.center(), batch.keySet());
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
                                    "title",
                                    Optional.empty(),
                                    Optional.of(lesson.facts().title()))));
        }

        private void finish(State end) {
            store.write(
                    caller,
                    tx -> {
                        ImportReport last =
                                run.with(rows, 0, repeated, faulty, faults, tx.now())
                                        .in(end, tx.now());
                        ImportTable.update(tx.sql(), last);
                        journal(tx, last, end == State.DONE ? "finished" : "failed");
                        return null;
                    });
        }
    }

    /**
     * Takes back a whole import: its lessons are deleted, except those that people have changed or
     * noted on since. Returns at once.
     *
     * @throws Conflict if it is still running, or undone already
     */
    public ImportReport undo(Caller caller, String id) {
        ImportReport run = get(caller, id);
        if (run.state() != State.DONE && run.state() != State.FAILED) {
            throw new Conflict("This import is still under way, or undone already.");
        }
        ImportReport undoing =
                store.write(
                        caller,
                        tx -> {
                            ImportReport next = run.in(State.UNDOING, tx.now());
                            ImportTable.update(tx.sql(), next);
                            journal(tx, next, "undone");
                            return next;
                        });
        worker.execute(() -> takeBack(caller, undoing));
        return undoing;
    }

    private void takeBack(Caller caller, ImportReport run) {
        String after = "";
        long left = 0;
        boolean more = true;
        while (more) {
            String from = after;
            List<StoredLesson> page =
                    store.read(sql -> LessonTable.ofImport(sql, run.id(), from, BATCH));
            left += page.size() - delete(caller, page);
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

    private int delete(Caller caller, List<StoredLesson> page) {
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
                    return untouched.size();
                });
    }
}
