package org.tieline.search.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tieline.search.internal.engine.Engine;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchSource;

/**
 * One index and how far it is: up to which line of the journal, and which kinds are complete.
 * {@link FollowedIndex} guards what changes it; asking how far it is needs no guard.
 */
final class Generation {
    /** Raised when the same documents are to be indexed otherwise. */
    static final String FORMAT = "1";

    private static final String FORMAT_NOTE = "format";
    private static final String POSITION_NOTE = "position";
    private static final String KIND_NOTE = "kind.";

    final Path path;
    final Engine engine;
    private final Map<String, Complete> complete = new TreeMap<>();
    private final Set<String> ready = ConcurrentHashMap.newKeySet();
    private final Map<String, Load> loads = new ConcurrentHashMap<>();
    private volatile long position;
    private boolean dirty;

    /**
     * @param version of the source that gave the documents
     * @param position of the last line that was followed for the kind
     */
    private record Complete(int version, long position) {}

    private static final class Load {
        private final long number;
        private final Set<String> touched = new HashSet<>();
        private volatile long read;

        Load(long number) {
            this.number = number;
        }
    }

    /** An index without documents, for whoever reads all records from now on. */
    static Generation empty(Path path, Engine engine, long position) {
        Generation made = new Generation(path, engine);
        made.position = position;
        made.dirty = true;
        return made;
    }

    /** An index as it was left; empty if it was made in another format. */
    static Optional<Generation> left(Path path, Engine engine) {
        Map<String, String> notes = engine.notes();
        if (!FORMAT.equals(notes.get(FORMAT_NOTE))) {
            return Optional.empty();
        }
        Generation left = new Generation(path, engine);
        left.position = Long.parseLong(notes.get(POSITION_NOTE));
        notes.forEach(
                (name, note) -> {
                    if (name.startsWith(KIND_NOTE)) {
                        String[] parts = note.split(":", 2);
                        left.complete.put(
                                name.substring(KIND_NOTE.length()),
                                new Complete(Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
                    }
                });
        return Optional.of(left);
    }

    private Generation(Path path, Engine engine) {
        this.path = path;
        this.engine = engine;
    }

    long position() {
        return position;
    }

    /** Up to where the kind was followed, if these documents are those of this source. */
    Optional<Long> followed(SearchSource source) {
        return Optional.ofNullable(complete.get(source.kind()))
                .filter(known -> known.version() == source.version())
                .map(Complete::position);
    }

    /** From now on the kind is followed with every line. */
    void ready(SearchSource source) {
        complete.put(source.kind(), new Complete(source.version(), position));
        ready.add(source.kind());
        loads.remove(source.kind());
        dirty = true;
    }

    void left(String kind) {
        ready.remove(kind);
        loads.remove(kind);
    }

    boolean isReady(String kind) {
        return ready.contains(kind);
    }

    /** How many records of kinds that are not complete were read so far. */
    long read() {
        return loads.values().stream().mapToLong(load -> load.read).sum();
    }

    /** Begins to read all documents of a kind; what is applied meanwhile is newer. */
    void begin(String kind, long number) {
        ready.remove(kind);
        complete.remove(kind);
        loads.put(kind, new Load(number));
    }

    /** Adds documents that were read as part of a load. */
    void loaded(String kind, List<SearchDocument> documents) {
        Load load = loads.get(kind);
        if (load != null) {
            engine.load(
                    kind,
                    documents.stream()
                            .filter(document -> !load.touched.contains(document.id()))
                            .toList(),
                    load.number);
            load.read = load.read + documents.size();
            dirty = true;
        }
    }

    /** Removes what the load did not bring, and returns whether the load is still wanted. */
    boolean end(String kind) {
        Load load = loads.get(kind);
        if (load != null) {
            engine.removeOthers(kind, load.number);
        }
        return load != null;
    }

    void apply(String kind, Collection<SearchDocument> changed, Collection<String> gone) {
        Load load = loads.get(kind);
        if (load != null) {
            changed.forEach(document -> load.touched.add(document.id()));
            load.touched.addAll(gone);
        }
        if (!changed.isEmpty()) {
            engine.put(kind, new ArrayList<>(changed), load == null ? 0 : load.number);
            dirty = true;
        }
        if (!gone.isEmpty()) {
            engine.remove(kind, gone);
            dirty = true;
        }
    }

    void advance(long reached) {
        position = Math.max(position, reached);
        for (String kind : ready) {
            complete.computeIfPresent(
                    kind, (name, known) -> new Complete(known.version(), position));
        }
        dirty = true;
    }

    void tidy() {
        dirty |= engine.tidy();
    }

    void commit() {
        if (dirty) {
            Map<String, String> notes = new HashMap<>();
            notes.put(FORMAT_NOTE, FORMAT);
            notes.put(POSITION_NOTE, Long.toString(position));
            complete.forEach(
                    (kind, known) ->
                            notes.put(KIND_NOTE + kind, known.version() + ":" + known.position()));
            engine.commit(notes);
            dirty = false;
        }
    }
}
