package org.tieline.lessons.internal.record;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Operation;
import org.tieline.api.lessons.Audience;
import org.tieline.api.lessons.Classification;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonDraft;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Standing;
import org.tieline.core.record.Chunks;
import org.tieline.lessons.internal.record.StandingTable.Counts;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.spi.search.Visibility;
import org.tieline.store.Store;

/**
 * Lessons as the search finds them: what is published as others see it, so that nothing of what was
 * removed is in the index; what is not published for its own center alone.
 */
@Component
public final class LessonDocuments implements SearchSource {
    private static final double UNFINISHED = 0.8;
    private static final int MANY = 3;

    private final Store store;

    @Activate
    public LessonDocuments(@Reference LessonStore store) {
        this(store.store());
    }

    private LessonDocuments(Store store) {
        this.store = store;
    }

    public static LessonDocuments in(Store store) {
        return new LessonDocuments(store);
    }

    @Override
    public String kind() {
        return Lesson.KIND;
    }

    @Override
    public String label() {
        return "Lesson";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(LESSON_READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(
                new SearchField("category", "Category"),
                new SearchField("topic", "Topic"),
                new SearchField("service", "Service"),
                new SearchField("system", "System"),
                new SearchField("vendor", "Vendor"),
                new SearchField("severity", "Severity"),
                new SearchField("source", "Source"),
                new SearchField("state", "State"),
                new SearchField("standing", "Proven"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return documents(Set.of(id)).stream().findFirst();
    }

    @Override
    public List<SearchDocument> documents(Set<String> ids) {
        return told(store.read(sql -> LessonTable.some(sql, ids))).toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        Chunks.each(
                (after, most) -> store.read(sql -> LessonTable.after(sql, after, most)),
                StoredLesson::id,
                lessons -> told(lessons).forEach(sink));
    }

    private Stream<SearchDocument> told(List<StoredLesson> lessons) {
        List<String> ids = lessons.stream().map(StoredLesson::id).toList();
        Map<String, Counts> counts = store.read(sql -> StandingTable.of(sql, ids));
        return lessons.stream()
                .flatMap(
                        lesson ->
                                document(lesson, counts.getOrDefault(lesson.id(), Counts.NONE))
                                        .stream());
    }

    private static Optional<SearchDocument> document(StoredLesson lesson, Counts counts) {
        if (lesson.state() == LessonState.RETIRED) {
            return Optional.empty();
        }
        LessonDraft facts = lesson.shown().orElse(lesson.facts());
        boolean published = lesson.shown().isPresent();
        return Optional.of(
                new SearchDocument(
                        lesson.id(),
                        lesson.center(),
                        visibility(lesson),
                        facts.title(),
                        body(facts),
                        terms(facts.about()),
                        values(facts.about(), published, counts),
                        Optional.of(date(lesson, facts)),
                        published ? boosts(counts) : Map.of("not published yet", UNFINISHED),
                        "/lessons/" + lesson.id()));
    }

    /** Steps so coarse that they tell no number. */
    private static Map<String, Double> boosts(Counts counts) {
        Map<String, Double> boosts = new HashMap<>();
        if (counts.best().isPresent()) {
            boosts.put("a best practice", 1.25);
        } else if (counts.better() >= Standing.FEWEST) {
            boosts.put("made things better in several centers", 1.15);
        }
        if (counts.helped() > 0) {
            boosts.put("helped others", counts.helped() < MANY ? 1.05 : 1.1);
        }
        if (counts.doubted() > 0) {
            boosts.put("somebody says that it is outdated", 0.8);
        }
        return boosts;
    }

    private static List<Visibility> visibility(StoredLesson lesson) {
        if (lesson.shown().map(LessonDraft::audience).equals(Optional.of(Audience.EVERYBODY))) {
            return List.of(
                    Visibility.in(lesson.center(), LESSON_READ), Visibility.anywhere(LESSON_READ));
        }
        Set<String> centers = new HashSet<>(lesson.others());
        centers.add(lesson.center());
        return List.of(Visibility.in(centers, LESSON_READ));
    }

    private static String body(LessonDraft facts) {
        return Stream.of(
                        facts.text().learned(),
                        facts.text().recommended(),
                        facts.text().happened(),
                        facts.text().evidence())
                .filter(part -> !part.isBlank())
                .map(Markdown::text)
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> terms(Classification about) {
        List<String> terms = new ArrayList<>(about.topics());
        terms.addAll(about.factors());
        terms.addAll(about.services());
        terms.addAll(about.systems());
        terms.addAll(about.vendors());
        return terms;
    }

    private static Map<String, List<String>> values(
            Classification about, boolean published, Counts counts) {
        return Map.of(
                "category", List.of(LessonWords.of(about.category())),
                "topic", about.topics().stream().map(LessonWords::topic).distinct().toList(),
                "service", about.services(),
                "system", about.systems(),
                "vendor", about.vendors(),
                "severity", List.of(LessonWords.of(about.severity())),
                "source", List.of(LessonWords.of(about.source())),
                "state", List.of(published ? "Published" : "Not published"),
                "standing", published ? standing(counts) : List.of());
    }

    private static List<String> standing(Counts counts) {
        List<String> standing = new ArrayList<>();
        if (counts.best().isPresent()) {
            standing.add("Best practice");
        }
        if (counts.better() >= Standing.FEWEST) {
            standing.add("Made things better");
        }
        if (counts.helped() >= MANY) {
            standing.add("Helped readers");
        }
        return standing;
    }

    private static Instant date(StoredLesson lesson, LessonDraft facts) {
        return facts.happened()
                .flatMap(LessonDates::first)
                .map(day -> day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))
                .or(lesson::publishedAt)
                .orElse(lesson.updated());
    }
}
