package org.tieline.web.internal.search;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.web.Lists;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.internal.Directory;
import org.tieline.web.internal.Parts;

/** The results of the search box in the head of every page. */
@Component(service = PageResource.class)
@Path("/search")
@Produces(MediaType.TEXT_HTML)
public final class SearchPages implements PageResource {
    private static final int SUGGESTED = 8;

    private final Search search;
    private final Centers centers;

    @Activate
    public SearchPages(@Reference Search search, @Reference Centers centers) {
        this.search = search;
        this.centers = centers;
    }

    /**
     * @param script set by the script that asks while somebody types
     */
    @GET
    public View results(
            @Context Caller caller,
            @QueryParam("q") String text,
            @QueryParam("filter") List<String> filters,
            @QueryParam("shown") String shown,
            @HeaderParam("HX-Request") String script) {
        SearchAddress address = SearchAddress.of(Lists.given(text).orElse(""), filters, shown);
        Directory directory = Directory.of(centers, caller);
        boolean typing = script != null;
        return new View(
                "Search",
                Parts.TEMPLATES,
                "search.jte",
                Map.of(
                        "address",
                        address,
                        "directory",
                        directory,
                        "results",
                        search.search(
                                caller,
                                new SearchRequest(
                                        address.text(),
                                        address.filters(),
                                        typing,
                                        !typing,
                                        new PageRequest(address.shown(), Optional.empty())))));
    }

    @GET
    @Path("suggestions")
    public View suggestions(@Context Caller caller, @QueryParam("q") String text) {
        String typed = Lists.given(text).orElse("");
        return new View(
                "Suggestions",
                Parts.TEMPLATES,
                "searchsuggestions.jte",
                Map.of(
                        "address",
                        SearchAddress.of(typed, List.of(), null),
                        "suggestions",
                        typed.isEmpty() ? List.of() : search.suggest(caller, text, SUGGESTED)));
    }
}
