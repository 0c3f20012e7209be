package org.tieline.lessons.internal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Unavailable;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;

/** What the search says of lessons; nothing while there is no search. */
@Component(service = Discovery.class)
public final class Discovery {
    private static final int SIMILAR = 5;
    private static final int FOUND = 30;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Search search;

    /** Returns the ids of the lessons that fit some words best. */
    List<String> found(Caller caller, String words) {
        Search now = search;
        if (now == null) {
            return List.of();
        }
        SearchRequest lessons =
                new SearchRequest(
                        words,
                        Map.of("kind", Set.of(Lesson.KIND)),
                        false,
                        false,
                        new PageRequest(FOUND, Optional.empty()));
        try {
            return now.search(caller, lessons).page().items().stream()
                    .map(hit -> hit.record().id())
                    .toList();
        } catch (Unavailable e) {
            return List.of();
        }
    }

    /** Returns the topics of the lessons that the caller may see, the most frequent first. */
    List<Facet.Value> topics(Caller caller) {
        Search now = search;
        if (now == null) {
            return List.of();
        }
        SearchRequest lessons =
                new SearchRequest(
                        "",
                        Map.of("kind", Set.of(Lesson.KIND)),
                        false,
                        false,
                        new PageRequest(1, Optional.empty()));
        try {
            return now.search(caller, lessons).facets().stream()
                    .filter(facet -> facet.field().equals("topic"))
                    .flatMap(facet -> facet.values().stream())
                    .toList();
        } catch (Unavailable e) {
            return List.of();
        }
    }

    /** Returns other lessons like this one. */
    List<Hit> similar(Caller caller, String id) {
        Search now = search;
        if (now == null) {
            return List.of();
        }
        try {
            return now.similar(caller, Lesson.ref(id), SIMILAR).stream()
                    .filter(hit -> hit.record().kind().equals(Lesson.KIND))
                    .toList();
        } catch (NotFound | Unavailable notYetThere) {
            return List.of();
        }
    }
}
