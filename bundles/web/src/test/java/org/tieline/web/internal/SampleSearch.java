package org.tieline.web.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.search.Facet;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Piece;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.api.search.SearchResults;
import org.tieline.api.search.Suggestion;

/** The same results for whatever is searched in a world, but for "nothing". */
final class SampleSearch implements Search {
    private final World world;

    SampleSearch(World world) {
        this.world = world;
    }

    @Override
    public SearchResults search(Caller caller, SearchRequest request) {
        List<Hit> hits =
                request.text().isEmpty() || request.text().contains("nothing")
                        ? List.of()
                        : List.of(hit());
        return new SearchResults(
                new Page<>(hits, hits.isEmpty() ? Optional.empty() : Optional.of("more")),
                hits.isEmpty() ? 0 : 1_234,
                hits.isEmpty()
                        ? List.of()
                        : List.of(
                                facet("kind", "center", "Center"),
                                facet("center", "harbor-county", "harbor-county"),
                                facet(
                                        "type",
                                        world.spoken.apply("primary PSAP"),
                                        world.spoken.apply("primary PSAP"))),
                Optional.of(world.spoken.apply("harbor")),
                Optional.of("The search is being set up anew; 17 records were read so far."));
    }

    private static Facet facet(String field, String value, String label) {
        return new Facet(field, field, List.of(new Facet.Value(value, label, 1_234)));
    }

    private Hit hit() {
        List<Piece> pieces =
                List.of(
                        new Piece(world.spoken.apply("Harbor"), true),
                        new Piece(world.spoken.apply(" County 9-1-1"), false));
        return new Hit(
                new RecordRef("center", "harbor-county"),
                "Center",
                pieces,
                "/centers/harbor-county",
                "harbor-county",
                Optional.of(Instant.parse("2026-11-21T20:59:49Z")),
                List.of(pieces),
                List.of(world.spoken.apply("It has “harbor”.")));
    }

    @Override
    public List<Suggestion> suggest(Caller caller, String text, int limit) {
        Hit hit = hit();
        return List.of(new Suggestion(hit.record(), hit.kindLabel(), hit.title(), hit.path()));
    }

    @Override
    public List<Hit> similar(Caller caller, RecordRef record, int limit) {
        return List.of(hit());
    }
}
