package org.tieline.search.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.api.search.SearchResults;
import org.tieline.api.search.Suggestion;
import org.tieline.search.internal.engine.Found;
import org.tieline.search.internal.engine.Kinds;
import org.tieline.search.internal.engine.Question;
import org.tieline.search.internal.engine.Viewer;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.store.Cursors;

/** Searches the followed index with the rights of whoever asks. */
@Component
public final class FullTextSearch implements Search {
    private static final String LIST = "search";
    private static final int MOST_SUGGESTED = 20;

    private final FollowedIndex index;
    private final Access access;

    @Activate
    public FullTextSearch(@Reference Indexing indexing, @Reference Access access) {
        this(indexing.index(), access);
    }

    FullTextSearch(FollowedIndex index, Access access) {
        this.index = index;
        this.access = access;
    }

    private record Ranked(Hit hit, int place) {}

    @Override
    public SearchResults search(Caller caller, SearchRequest request) {
        Optional<List<String>> after = Cursors.after(LIST, 2, request.page());
        int offset = after.map(key -> place(key.get(1))).orElse(0);
        int limit = Math.min(request.page().limit(), SearchRequest.MAX_RESULTS - offset);
        Question question =
                new Question(
                        request.text(),
                        request.filters(),
                        request.typing(),
                        request.explain(),
                        viewer(caller),
                        kinds(),
                        after.map(key -> key.get(0)),
                        offset,
                        limit);
        Found found =
                index.ask(engine -> engine.search(question))
                        .orElseGet(
                                () ->
                                        new Found(
                                                List.of(),
                                                false,
                                                0,
                                                List.of(),
                                                Optional.empty(),
                                                ""));
        List<Ranked> ranked = new ArrayList<>();
        for (Hit hit : found.hits()) {
            ranked.add(new Ranked(hit, offset + ranked.size() + 1));
        }
        if (found.more() && !ranked.isEmpty() && offset + limit < SearchRequest.MAX_RESULTS) {
            ranked.add(ranked.get(ranked.size() - 1));
        }
        String snapshot = found.snapshot();
        Page<Hit> page =
                Cursors.page(
                                LIST,
                                new PageRequest(
                                        Math.max(1, found.hits().size()), request.page().cursor()),
                                ranked,
                                one -> List.of(snapshot, Integer.toString(one.place())))
                        .map(Ranked::hit);
        return new SearchResults(
                page, found.total(), found.facets(), found.didYouMean(), progress());
    }

    private static int place(String text) {
        try {
            int place = Integer.parseInt(text);
            if (place > 0 && place < SearchRequest.MAX_RESULTS) {
                return place;
            }
        } catch (NumberFormatException e) {
            // as below
        }
        throw Cursors.bad();
    }

    @Override
    public List<Suggestion> suggest(Caller caller, String text, int limit) {
        check(limit);
        Question question =
                new Question(
                        text,
                        Map.of(),
                        true,
                        false,
                        viewer(caller),
                        kinds(),
                        Optional.empty(),
                        0,
                        limit);
        return index.ask(engine -> engine.suggest(question)).orElse(List.of());
    }

    @Override
    public List<Hit> similar(Caller caller, RecordRef record, int limit) {
        check(limit);
        return index.ask(engine -> engine.similar(record, viewer(caller), kinds(), limit))
                .orElse(Optional.of(List.of()))
                .orElseThrow(() -> new NotFound(record));
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MOST_SUGGESTED) {
            throw new Invalid(
                    new FieldError(
                            "limit", "must be from 1 to " + MOST_SUGGESTED + ", but is " + limit));
        }
    }

    /** Tells everything about the caller that decides what is found. */
    private Viewer viewer(Caller caller) {
        Map<String, Reach> reaches = new HashMap<>();
        Map<String, SearchSource> sources = index.sources();
        for (SearchSource source : sources.values()) {
            for (Operation operation : source.operations()) {
                reaches.computeIfAbsent(operation.name(), name -> access.reach(caller, operation));
            }
        }
        return new Viewer(Set.copyOf(sources.keySet()), reaches);
    }

    private Kinds kinds() {
        Map<String, String> labels = new HashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(Kinds.KIND, "Kind");
        fields.put(Kinds.CENTER, "Center");
        for (SearchSource source : index.sources().values()) {
            labels.put(source.kind(), source.label());
            for (SearchField field : source.fields()) {
                fields.putIfAbsent(field.name(), field.label());
            }
        }
        fields.put(Kinds.YEAR, "Year");
        return new Kinds(labels, fields);
    }

    private Optional<String> progress() {
        if (index.damage().isEmpty() && index.incomplete().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.US,
                        "The search is being set up anew; %,d records were read so far. Until that is"
                                + " done, some are not found.",
                        index.read()));
    }
}
