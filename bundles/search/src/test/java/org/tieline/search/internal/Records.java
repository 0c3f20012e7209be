package org.tieline.search.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.journal.JournalLine;
import org.tieline.search.internal.engine.Kinds;
import org.tieline.search.internal.engine.Viewer;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.spi.search.Visibility;

/** Records of one kind in memory, as a capability would offer them. */
public final class Records implements SearchSource {
    static final Operation READ = Operation.of("note.read", Role.values());
    public static final Kinds KINDS =
            new Kinds(
                    Map.of("note", "Note"),
                    new LinkedHashMap<>(
                            Map.of(
                                    "kind", "Kind", "center", "Center", "topic", "Topic", "year",
                                    "Year")));

    private final String kind;
    private final int version;
    private final Map<String, SearchDocument> all = new ConcurrentHashMap<>();
    private final List<JournalLine> lines = new ArrayList<>();

    Records(String kind) {
        this(kind, 1);
    }

    Records(String kind, int version) {
        this.kind = kind;
        this.version = version;
    }

    /** Whoever may read in these centers. */
    public static Viewer viewer(String... centers) {
        return new Viewer(Set.of("note"), Map.of(READ.name(), new Reach(false, Set.of(centers))));
    }

    public static Viewer everything() {
        return new Viewer(Set.of("note"), Map.of(READ.name(), Reach.EVERYWHERE));
    }

    public static SearchDocument note(String id, String center, String title, String body) {
        return note(id, center, title, body, Map.of(), Map.of());
    }

    public static SearchDocument note(
            String id,
            String center,
            String title,
            String body,
            Map<String, List<String>> values,
            Map<String, Double> boosts) {
        return new SearchDocument(
                id,
                center,
                List.of(Visibility.in(center, READ)),
                title,
                body,
                List.of(),
                values,
                Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                boosts,
                "/notes/" + id);
    }

    /** Writes a record and returns its line. */
    synchronized JournalLine write(SearchDocument document) {
        all.put(document.id(), document);
        return line(document.id());
    }

    synchronized JournalLine delete(String id) {
        all.remove(id);
        return line(id);
    }

    private JournalLine line(String id) {
        JournalLine line =
                new JournalLine(
                        lines.size() + 1,
                        Instant.EPOCH,
                        "*",
                        lines.size() + 1,
                        new Actor("a", "a", Via.SYSTEM, Optional.empty(), Optional.empty()),
                        new RecordRef(kind, id),
                        1,
                        "changed",
                        List.of(),
                        "",
                        "");
        lines.add(line);
        return line;
    }

    /** The journal that these lines are. */
    JournalSince journal() {
        return new JournalSince() {
            @Override
            public long head() {
                synchronized (Records.this) {
                    return lines.size();
                }
            }

            @Override
            public Optional<List<JournalLine>> since(long position) {
                synchronized (Records.this) {
                    return Optional.of(List.copyOf(lines.subList((int) position, lines.size())));
                }
            }
        };
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String label() {
        return "Note";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(new SearchField("topic", "Topic"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        all.values().forEach(sink);
    }
}
