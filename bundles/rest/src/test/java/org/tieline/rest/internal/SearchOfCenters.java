package org.tieline.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Piece;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.api.search.SearchResults;
import org.tieline.api.search.Suggestion;

/** Finds centers by a part of their name: enough for testing what the API makes of it. */
final class SearchOfCenters implements Search {
    private final Centers centers;

    SearchOfCenters(Centers centers) {
        this.centers = centers;
    }

    @Override
    public SearchResults search(Caller caller, SearchRequest request) {
        List<Hit> hits =
                list(caller, request.text()).items().stream().map(SearchOfCenters::hit).toList();
        return new SearchResults(
                new Page<>(hits, Optional.empty()),
                hits.size(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Suggestion> suggest(Caller caller, String text, int limit) {
        return list(caller, text).items().stream()
                .map(SearchOfCenters::hit)
                .map(hit -> new Suggestion(hit.record(), "Center", hit.title(), hit.path()))
                .toList();
    }

    @Override
    public List<Hit> similar(Caller caller, RecordRef record, int limit) {
        centers.get(caller, record.id());
        return List.of();
    }

    private Page<Center> list(Caller caller, String text) {
        return centers.list(caller, Optional.of(text), PageRequest.FIRST);
    }

    private static Hit hit(Center center) {
        return new Hit(
                Center.ref(center.id()),
                "Center",
                List.of(new Piece(center.facts().name(), false)),
                "/centers/" + center.id(),
                center.id(),
                Optional.of(Instant.EPOCH),
                List.of(),
                List.of());
    }
}
