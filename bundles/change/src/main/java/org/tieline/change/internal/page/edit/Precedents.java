package org.tieline.change.internal.page.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Change;
import org.tieline.api.change.Changes;
import org.tieline.api.error.Refusal;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;

/** What happened before to changes like one that is being written, and what was learned. */
@Component(service = Precedents.class)
public final class Precedents {
    private static final int SHOWN = 3;
    private static final int ENOUGH_TO_SEARCH = 8;
    private static final int MAX_WORDS = 300;

    private final Changes changes;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Search search;

    @Activate
    public Precedents(@Reference Changes changes) {
        this.changes = changes;
    }

    /**
     * What is like it.
     *
     * @param changes the most alike first
     * @param lessons the most alike first
     */
    public record Found(List<Change> changes, List<Hit> lessons) {
        static final Found NOTHING = new Found(List.of(), List.of());
    }

    /**
     * @param except the change itself, if it is there already
     */
    Found like(Caller caller, String text, Optional<String> except) {
        Search known = search;
        if (known == null || text.strip().length() < ENOUGH_TO_SEARCH) {
            return Found.NOTHING;
        }
        String words = text.substring(0, Math.min(text.length(), MAX_WORDS)).replace(':', ' ');
        try {
            List<String> ids =
                    found(known, caller, words, Change.KIND).stream()
                            .map(hit -> hit.record().id())
                            .filter(id -> !except.equals(Optional.of(id)))
                            .limit(SHOWN)
                            .toList();
            Map<String, Change> alike =
                    changes.all(caller, ids).stream()
                            .collect(Collectors.toMap(Change::id, Function.identity()));
            return new Found(
                    ids.stream().filter(alike::containsKey).map(alike::get).toList(),
                    found(known, caller, words, Lesson.KIND).stream().limit(SHOWN).toList());
        } catch (Refusal e) {
            return Found.NOTHING;
        }
    }

    private static List<Hit> found(Search search, Caller caller, String words, String kind) {
        return search.search(
                        caller,
                        new SearchRequest(
                                words,
                                Map.of("kind", Set.of(kind)),
                                false,
                                false,
                                new PageRequest(SHOWN + 1, Optional.empty())))
                .page()
                .items();
    }
}
