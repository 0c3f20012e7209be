package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.search.Hit;
import org.tieline.api.search.Search;
import org.tieline.api.search.SearchRequest;
import org.tieline.api.search.Suggestion;
import org.tieline.rest.Listing;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** Search over every kind of record that the caller may read. */
@Component
@Path("/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource implements RestResource {
    private static final int FEW = 10;

    private final Search search;

    @Activate
    public SearchResource(@Reference Search search) {
        this.search = search;
    }

    @GET
    @Operation(
            summary = "Records that fit what was typed, the best first",
            description =
                    "Words, \"phrases\", -without, field:value. Only what the caller may read is"
                            + " found and counted.")
    public SearchView search(
            @Context Caller caller,
            @Parameter(description = "What was typed; never an error") @QueryParam("q") String text,
            @Parameter(description = "Whether the last word may be unfinished: true or false")
                    @QueryParam("typing")
                    @DefaultValue("false")
                    boolean typing,
            @Parameter(description = "Whether to say why each was found: true or false")
                    @QueryParam("explain")
                    @DefaultValue("false")
                    boolean explain,
            @BeanParam Paging paging) {
        return SearchView.of(
                search.search(
                        caller,
                        new SearchRequest(given(text), Map.of(), typing, explain, paging.page())));
    }

    @GET
    @Path("/suggest")
    @Operation(
            summary = "Records whose title begins like what is typed, the best first; at most 10")
    public Listing<Suggestion> suggest(@Context Caller caller, @QueryParam("q") String text) {
        return new Listing<>(search.suggest(caller, given(text), FEW), Optional.empty());
    }

    @GET
    @Path("/similar/{kind}/{id}")
    @Operation(summary = "Records most like this one, the most alike first; at most 10")
    public Listing<Hit> similar(
            @Context Caller caller, @PathParam("kind") String kind, @PathParam("id") String id) {
        return new Listing<>(
                search.similar(caller, new RecordRef(kind, id), FEW), Optional.empty());
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
