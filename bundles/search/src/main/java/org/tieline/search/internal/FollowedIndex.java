package org.tieline.search.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.error.Unavailable;
import org.tieline.api.journal.JournalLine;
import org.tieline.search.internal.engine.Engine;
import org.tieline.search.internal.engine.Engine.Damaged;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchSource;
import org.tieline.store.WritableFolder;

/**
 * The index that answers, kept up to date with the journal and the sources that are there. When it
 * is missing, damaged or of another format, one is made anew, while the old one, if there is one
 * that can be read, goes on answering. All that happens to an index happens on this object's own
 * threads: to interrupt a thread that writes would spoil the index.
 */
public final class FollowedIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedIndex.class);
    private static final int BATCH = 200;

    private static final long CARE_SECONDS = 2;

    /** With no more in so many seconds, there is time to tidy up. */
    private static final long FEW_LINES = 20;

    private static final long MAX_PAUSE_SECONDS = 60;

    /** Until then, the sources of an installation that starts are there. */
    private static final long START_SECONDS = 5;

    private final IndexHome home;
    private final WritableFolder room;
    private final Function<Path, Engine> engines;
    private final JournalSince journal;
    private final ScheduledExecutorService writing = executor("search");
    private final ScheduledExecutorService loading = executor("search load");
    private final Map<String, SearchSource> sources = new TreeMap<>();
    private final AtomicLong loadNumbers = new AtomicLong(System.currentTimeMillis());
    private volatile Generation current;
    private volatile Optional<Generation> building = Optional.empty();
    private volatile boolean rebuilding;
    private volatile Optional<String> damage = Optional.empty();
    private volatile boolean closed;

    /** The position that was reached when the index was last cared for. */
    private long cared;

    /**
     * How the index is.
     *
     * @param documents how many can be found by somebody
     * @param position the last line of the journal that was followed
     * @param incomplete kinds of which not all records were read yet
     * @param read how many records were read for what is being made
     * @param rebuilding whether another index is being made to take its place
     * @param damage why the index cannot be used, if it cannot
     */
    public record State(
            long documents,
            long position,
            List<String> incomplete,
            long read,
            boolean rebuilding,
            Optional<String> damage) {}

    FollowedIndex(IndexHome home, Function<Path, Engine> engines, JournalSince journal) {
        this.home = home;
        this.room = new WritableFolder(home.root());
        this.engines = engines;
        this.journal = journal;
        boolean otherFormat = open();
        home.deleteAllBut(Set.of(current.path));
        writing.scheduleWithFixedDelay(this::care, CARE_SECONDS, CARE_SECONDS, TimeUnit.SECONDS);
        if (otherFormat) {
            rebuild("it was made by another version", START_SECONDS);
        }
    }

    private static ScheduledExecutorService executor(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Opens what was left, or begins anew; returns whether it must be made again. */
    private boolean open() {
        Optional<Path> before = home.current();
        if (before.isPresent()) {
            try {
                Engine engine = engines.apply(before.get());
                Optional<Generation> left = Generation.left(before.get(), engine);
                if (left.isPresent() && left.get().position() <= journal.head()) {
                    current = left.get();
                    return false;
                }
                if (left.isEmpty() && engine.size() > 0) {
                    current = Generation.empty(before.get(), engine, journal.head());
                    return true;
                }
                engine.close();
                LOG.warn("The search index does not belong to this database; it is made anew.");
            } catch (Damaged | NumberFormatException e) {
                LOG.warn("The search index cannot be read; it is made anew: {}", e.getMessage());
            }
        }
        Path path = home.fresh();
        current = Generation.empty(path, engines.apply(path), journal.head());
        current.commit();
        home.use(path);
        return false;
    }

    Engine engine() {
        return current.engine;
    }

    /** Asks the index that answers; empty if it is damaged, which is seen to. */
    <T> Optional<T> ask(Function<Engine, T> question) {
        while (true) {
            Engine asked = current.engine;
            try {
                return Optional.of(question.apply(asked));
            } catch (Damaged e) {
                if (asked == current.engine) {
                    damaged(e);
                    return Optional.empty();
                }
            }
        }
    }

    /** The sources by kind. */
    Map<String, SearchSource> sources() {
        synchronized (sources) {
            return new TreeMap<>(sources);
        }
    }

    /** Kinds of which not all records were read yet. */
    List<String> incomplete() {
        return sources().keySet().stream().filter(kind -> !current.isReady(kind)).toList();
    }

    /** How many records were read for what is being made. */
    long read() {
        return building.map(Generation::read).orElseGet(current::read);
    }

    Optional<String> damage() {
        return damage;
    }

    State state() {
        long documents = 0;
        try {
            documents = current.engine.size();
        } catch (Damaged e) {
            damaged(e);
        }
        return new State(documents, current.position(), incomplete(), read(), rebuilding, damage);
    }

    void come(SearchSource source) {
        synchronized (sources) {
            sources.put(source.kind(), source);
        }
        submit(loading, () -> admit(source, 1));
    }

    void go(SearchSource source) {
        synchronized (this) {
            synchronized (sources) {
                if (sources.remove(source.kind(), source)) {
                    current.left(source.kind());
                    building.ifPresent(one -> one.left(source.kind()));
                }
            }
        }
    }

    private boolean isThere(SearchSource source) {
        return sources().get(source.kind()) == source && !closed;
    }

    private static void submit(ScheduledExecutorService executor, Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The search is closing");
        }
    }

    /** Makes a kind complete in the index that answers. */
    private void admit(SearchSource source, long pause) {
        try {
            if (isThere(source) && !rebuilding && !caughtUp(source)) {
                load(current, source);
            }
        } catch (Damaged e) {
            damaged(e);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "The records of kind {} could not be read for the search; again in {} s",
                    source.kind(),
                    pause,
                    e);
            if (!closed) {
                loading.schedule(
                        () -> admit(source, Math.min(MAX_PAUSE_SECONDS, 2 * pause)),
                        pause,
                        TimeUnit.SECONDS);
            }
        }
    }

    /** Returns whether what came while the source was away could be followed. */
    private synchronized boolean caughtUp(SearchSource source) {
        Optional<Long> followed = current.followed(source);
        if (followed.isEmpty()) {
            return false;
        }
        if (followed.get() < current.position()) {
            Optional<List<JournalLine>> missed = journal.since(followed.get());
            if (missed.isEmpty()) {
                return false;
            }
            apply(source, missed.get(), List.of(current));
        }
        current.engine.refresh();
        current.ready(source);
        return true;
    }

    private void load(Generation into, SearchSource source) {
        String kind = source.kind();
        long begin = System.nanoTime();
        synchronized (this) {
            into.begin(kind, loadNumbers.incrementAndGet());
        }
        List<SearchDocument> batch = new ArrayList<>();
        long[] count = {0};
        source.all(
                document -> {
                    batch.add(document);
                    if (batch.size() == BATCH) {
                        count[0] += loaded(into, source, batch);
                    }
                });
        count[0] += loaded(into, source, batch);
        synchronized (this) {
            if (isThere(source) && into.end(kind)) {
                into.engine.refresh();
                into.ready(source);
                into.commit();
                LOG.info(
                        "{} records of kind {} can be searched, after {} s",
                        count[0],
                        kind,
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
            }
        }
    }

    private synchronized int loaded(
            Generation into, SearchSource source, List<SearchDocument> batch) {
        if (!isThere(source)) {
            throw new IllegalStateException("The source went away");
        }
        int size = batch.size();
        into.loaded(source.kind(), batch);
        batch.clear();
        return size;
    }

    /** The position up to which all is on the disk. */
    synchronized long position() {
        guarded(current, current::commit);
        return current.position();
    }

    /**
     * Follows lines; when this returns, what they tell can be found.
     *
     * @throws Unavailable if the records cannot be read, or if nothing may be written: an index
     *     that runs out of space while it is written is damaged, one that waits goes on answering
     */
    void follow(List<JournalLine> lines) throws InterruptedException {
        try {
            writing.submit(() -> followNow(lines)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized void followNow(List<JournalLine> lines) {
        room.require();
        List<Generation> generations = new ArrayList<>(List.of(current));
        building.ifPresent(generations::add);
        for (SearchSource source : sources().values()) {
            apply(source, lines, generations);
        }
        long reached = lines.get(lines.size() - 1).position();
        for (Generation generation : generations) {
            generation.advance(reached);
        }
        guarded(current, () -> current.engine.refresh());
    }

    private void apply(SearchSource source, List<JournalLine> lines, List<Generation> generations) {
        IndexChanges indexChanges = IndexChanges.by(lines, source);
        for (Generation generation : generations) {
            guarded(
                    generation,
                    () ->
                            generation.apply(
                                    source.kind(), indexChanges.changed(), indexChanges.gone()));
        }
    }

    /** What is damaged is made anew from the records; so no line is lost by going on. */
    private void guarded(Generation generation, Runnable work) {
        try {
            work.run();
        } catch (Damaged e) {
            if (generation == current) {
                damaged(e);
            } else {
                throw e;
            }
        }
    }

    /** Tells that the index that answers was found damaged. */
    void damaged(Damaged damaged) {
        if (damage.isEmpty() && !closed) {
            damage = Optional.of(damaged.getMessage());
            LOG.warn("The search index is damaged; it is made anew: {}", damaged.getMessage());
            rebuild("it was damaged");
        }
    }

    private synchronized void care() {
        if (damage.isPresent() || room.hindrance().isPresent()) {
            return;
        }
        try {
            current.engine.check();
            current.commit();
            long followed = current.position() - cared;
            cared = current.position();
            if (followed <= FEW_LINES && !rebuilding && incomplete().isEmpty()) {
                current.tidy();
            }
        } catch (Damaged e) {
            damaged(e);
        } catch (RuntimeException e) {
            LOG.warn("The search index could not be kept", e);
        }
    }

    /**
     * Makes another index that then takes the place of this one.
     *
     * @return false if that is under way already
     */
    boolean rebuild(String why) {
        return rebuild(why, 0);
    }

    private synchronized boolean rebuild(String why, long delaySeconds) {
        if (rebuilding || closed) {
            return false;
        }
        rebuilding = true;
        LOG.info("The search index is made anew: {}", why);
        loading.schedule(() -> rebuildNow(1), delaySeconds, TimeUnit.SECONDS);
        return true;
    }

    private void rebuildNow(long pause) {
        try {
            room.require();
            Generation next;
            synchronized (this) {
                Path path = home.fresh();
                next = Generation.empty(path, engines.apply(path), journal.head());
                building = Optional.of(next);
            }
            loadAll(next);
        } catch (RuntimeException | LinkageError e) {
            synchronized (this) {
                building.ifPresent(failed -> failed.engine.close());
                building = Optional.empty();
                home.deleteAllBut(Set.of(current.path));
            }
            if (!closed) {
                LOG.warn("The search index could not be made anew; again in {} s", pause, e);
                loading.schedule(
                        () -> rebuildNow(Math.min(MAX_PAUSE_SECONDS, 2 * pause)),
                        pause,
                        TimeUnit.SECONDS);
            }
        }
    }

    /** Reads all sources; one that fails does not hold up the others, and is tried again later. */
    private void loadAll(Generation next) {
        Set<SearchSource> failed = new HashSet<>();
        while (!closed) {
            Optional<SearchSource> missing = missing(next, failed);
            if (missing.isEmpty()) {
                if (swapped(next, failed)) {
                    failed.forEach(source -> submit(loading, () -> admit(source, 1)));
                    return;
                }
                continue;
            }
            try {
                load(next, missing.get());
            } catch (Damaged e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn(
                        "The records of kind {} could not be read for the search",
                        missing.get().kind(),
                        e);
                failed.add(missing.get());
            }
        }
    }

    private Optional<SearchSource> missing(Generation next, Set<SearchSource> failed) {
        return sources().values().stream()
                .filter(source -> !next.isReady(source.kind()) && !failed.contains(source))
                .findFirst();
    }

    private synchronized boolean swapped(Generation next, Set<SearchSource> failed) {
        if (missing(next, failed).isPresent()) {
            return false;
        }
        next.engine.refresh();
        next.commit();
        home.use(next.path);
        Generation before = current;
        current = next;
        building = Optional.empty();
        rebuilding = false;
        damage = Optional.empty();
        before.engine.close();
        home.deleteAllBut(Set.of(next.path));
        LOG.info("The search index was made anew; {} records can be searched", next.engine.size());
        return true;
    }

    @Override
    public void close() {
        closed = true;
        writing.shutdown();
        loading.shutdown();
        try {
            writing.awaitTermination(10, TimeUnit.SECONDS);
            loading.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            try {
                current.commit();
            } catch (Damaged e) {
                LOG.warn("The search index could not be closed: {}", e.getMessage());
            }
            current.engine.close();
            building.ifPresent(one -> one.engine.close());
        }
    }
}
