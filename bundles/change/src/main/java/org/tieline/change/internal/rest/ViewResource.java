package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.change.internal.list.SavedViews;
import org.tieline.rest.Asks;
import org.tieline.rest.RestResource;

/** Views of the list of changes: filters and columns under a name. */
@Component(service = RestResource.class)
@Path("/change-views")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ViewResource implements RestResource {
    private final SavedViews views;

    @Activate
    public ViewResource(@Reference SavedViews views) {
        this.views = views;
    }

    /** A view. */
    @Schema(name = "ChangeListView")
    public record SavedViewView(
            String id,
            @Schema(description = "Where it is shared; left away for one's own")
                    Optional<String> center,
            String name,
            @Schema(description = "What follows the question mark in the list's address")
                    String query) {
        static SavedViewView of(SavedViews.SavedView view) {
            return new SavedViewView(view.id(), view.center(), view.name(), view.query());
        }
    }

    /** The caller's own views and those shared in their centers. */
    @Schema(name = "ChangeListViews")
    public record SavedViewsView(List<SavedViewView> items) {}

    /** A view to be kept. */
    @Schema(name = "NewChangeListView")
    public record NewView(
            @Schema(description = "Id of the center to share it in") Optional<String> center,
            @Schema(description = "1 to 60 characters") String name,
            @Schema(description = "At most 1,000 characters") Optional<String> query) {}

    @GET
    @Asks("change.read")
    @Operation(summary = "The caller's own views and those shared in their centers")
    public SavedViewsView list(@Context Caller caller) {
        return new SavedViewsView(views.of(caller).stream().map(SavedViewView::of).toList());
    }

    @POST
    @Asks("change.read")
    @Operation(summary = "Keeps a view; to share it in a center asks for change.draft there")
    @ApiResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = SavedViewView.class)))
    public Response save(@Context Caller caller, NewView view) {
        String name = view.name() == null ? "" : view.name();
        return Response.status(Response.Status.CREATED)
                .entity(
                        SavedViewView.of(
                                views.save(caller, view.center(), name, view.query().orElse(""))))
                .build();
    }

    @POST
    @Path("/{id}/remove")
    @Asks("change.read")
    @Operation(summary = "Removes one of the caller's own views")
    @ApiResponse(responseCode = "204", description = "Removed")
    public Response remove(@Context Caller caller, @PathParam("id") String id) {
        views.remove(caller, id);
        return Response.noContent().build();
    }
}
