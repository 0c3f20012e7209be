package org.tieline.lessons.internal.imports;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_IMPORT;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.imports.CsvFile;
import org.tieline.core.record.Validation;
import org.tieline.lessons.internal.imports.ImportReport.State;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/**
 * Taking in files of lessons, and taking that back, one import at a time. See {@link RunningImport}
 * and {@link UndoneImport}.
 */
@Component(service = LessonImports.class)
public final class LessonImports {
    private static final int LISTED = 20;
    private static final int MAX_NAME = 400;
    private static final int FEW = 3;
    private static final String OTHER_COLUMNS =
            "has other columns than the first file; import it separately";

    /** After so long without progress, no other process is at work on it any more either. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private final Store store;
    private final Access access;
    private final Executor worker;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

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
                        }),
                Clock.systemUTC());
    }

    LessonImports(Store store, Access access, Executor worker, Clock clock) {
        this.store = store;
        this.access = access;
        this.worker = worker;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        if (worker instanceof ExecutorService service) {
            service.shutdownNow();
        }
    }

    public void require(Caller caller, String center) {
        access.require(caller, LESSON_IMPORT, ReachCheck.center(center), ImportReport.ref("new"));
    }

    /** Returns the center's last imports, the latest first. */
    public List<ImportReport> last(Caller caller, String center) {
        require(caller, center);
        return store.read(sql -> ImportTable.of(sql, center, LISTED)).stream()
                .map(this::asItIs)
                .toList();
    }

    public ImportReport get(Caller caller, String id) {
        ImportReport run =
                store.read(sql -> ImportTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(ImportReport.ref(id)));
        access.require(caller, LESSON_IMPORT, run.center(), ImportReport.ref(id));
        return asItIs(run);
    }

    /** What a stop of the program broke off has failed, though nobody was left to note it. */
    private ImportReport asItIs(ImportReport run) {
        boolean abandoned =
                run.busy()
                        && !underWay.contains(run.id())
                        && run.updated().isBefore(clock.instant().minus(ABANDONED));
        return abandoned ? run.in(State.FAILED, run.updated()) : run;
    }

    private void begin(ImportReport run, Runnable work) {
        underWay.add(run.id());
        worker.execute(
                () -> {
                    try {
                        work.run();
                    } finally {
                        underWay.remove(run.id());
                    }
                });
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
        if (mapping.columns().places().keySet().stream()
                .noneMatch(
                        Set.of(LessonField.HAPPENED, LessonField.LEARNED, LessonField.RECOMMENDED)
                                ::contains)) {
            throw new Invalid(
                    new FieldError(
                            "learned",
                            "must come from a column, or else what happened or what is"
                                    + " recommended"));
        }
        String names = names(List.copyOf(files.keySet()));
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
                            made.journal(tx, "started");
                            return made;
                        });
        Map<String, Path> ordered = new LinkedHashMap<>(files);
        begin(
                run,
                () -> new RunningImport(store, working(caller), run, mapping).all(ordered, done));
        return run;
    }

    private static String names(List<String> files) {
        return files.size() <= FEW
                ? String.join(", ", files)
                : files.size() + " files, " + files.get(0) + " to " + files.get(files.size() - 1);
    }

    /** The caller's key is for the request; the many writes of the work behind it have none. */
    private static Caller working(Caller caller) {
        return new Caller(caller.actor(), caller.roles(), caller.scopes(), Optional.empty());
    }

    /**
     * Returns the columns of files.
     *
     * @throws Invalid if a file cannot be read, or its columns are not those of the first
     */
    public static List<String> columns(Map<String, Path> files) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            try {
                all.put(file.getKey(), CsvFile.of(file.getValue()).columns());
            } catch (Invalid e) {
                e.errors().forEach(error -> errors.add(fault(file.getKey(), error.message())));
            }
        }
        List<String> columns = all.values().stream().findFirst().orElse(List.of());
        all.forEach(
                (name, found) -> {
                    if (!found.equals(columns)) {
                        errors.add(fault(name, OTHER_COLUMNS));
                    }
                });
        if (files.isEmpty()) {
            errors.add(new FieldError("file", "must be chosen"));
        }
        Validation.refuse(errors, List.of());
        return columns;
    }

    private static FieldError fault(String file, String message) {
        return new FieldError("file", file + " " + message);
    }

    /**
     * Takes back a whole import: its lessons are deleted, except those that people have changed or
     * noted on since. Returns at once.
     *
     * @throws Conflict if it is still running, or undone already
     */
    public ImportReport undo(Caller caller, String id) {
        ImportReport run = get(caller, id);
        if (run.busy() || run.state() == State.UNDONE) {
            throw new Conflict("This import is still under way, or undone already.");
        }
        ImportReport undoing =
                store.write(
                        caller,
                        tx -> {
                            ImportReport next = run.in(State.UNDOING, tx.now());
                            ImportTable.update(tx.sql(), next);
                            next.journal(tx, "undone");
                            return next;
                        });
        begin(undoing, () -> new UndoneImport(store, working(caller), undoing).all());
        return undoing;
    }
}
