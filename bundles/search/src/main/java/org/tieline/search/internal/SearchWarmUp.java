package org.tieline.search.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.spi.start.WarmUp;

/** Searches. */
@Component
public final class SearchWarmUp implements WarmUp {
    private final Search search;

    @Activate
    public SearchWarmUp(@Reference Search search) {
        this.search = search;
    }

    @Override
    public void warmUp(Caller caller) {
        search.search(caller, SearchRequest.of("radio tower"));
        search.suggest(caller, "rad", 5);
    }
}
