package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.ModelState;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** The catalogue of change models. */
@Component(service = RestResource.class)
@Path("/change-models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ModelResource implements RestResource {
    private static final Members<ChangeModel> MEMBERS =
            new Members<>(
                    ROOT + "/change-models",
                    ChangeModel::id,
                    model -> OptionalLong.of(model.version()),
                    ModelView::of);

    private final ChangeModels models;

    @Activate
    public ModelResource(@Reference ChangeModels models) {
        this.models = models;
    }

    /** Why a model is no longer used. */
    @Schema(name = "ChangeModelEnd")
    public record End(@Schema(description = "1 to 1,000 characters") String reason) {}

    @GET
    @Asks("change-model.read")
    @Operation(summary = "The change models within reach, by name")
    public Listing<ModelView> list(
            @Context Caller caller,
            @QueryParam("center") String center,
            @Parameter(description = "proposed, approved or retired") @QueryParam("state")
                    String state,
            @BeanParam Paging paging) {
        return Listing.of(
                models.list(
                        caller,
                        ChangeQuery.given(center),
                        ChangeQuery.given(state)
                                .map(word -> ChangeQuery.one(ModelState.class, "state", word)),
                        paging.page()),
                ModelView::of);
    }

    @POST
    @Asks("change-model.edit")
    @Operation(summary = "Proposes a change model")
    @ApiResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response create(@Context Caller caller, ModelBody model) {
        return MEMBERS.created(
                () -> models.create(caller, model.home(), model.from(), model.draft()),
                id -> models.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("change-model.read")
    @Operation(summary = "One change model")
    @ApiResponse(
            responseCode = "200",
            description = "The model",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, models.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("change-model.edit")
    @Operation(summary = "Changes a change model, which must be approved anew")
    @ApiResponse(
            responseCode = "200",
            description = "The model as it is now",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ModelBody model) {
        return MEMBERS.done(
                () -> models.update(caller, id, Versions.required(version), model.draft()),
                () -> models.get(caller, id));
    }

    @POST
    @Path("/{id}/approve")
    @Asks("change-model.approve")
    @Operation(summary = "Approves a proposed change model that somebody else wrote")
    @ApiResponse(
            responseCode = "200",
            description = "The model as it is now",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response approve(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version) {
        return MEMBERS.done(
                () -> models.approve(caller, id, Versions.required(version)),
                () -> models.get(caller, id));
    }

    @POST
    @Path("/{id}/retire")
    @Asks("change-model.approve")
    @Operation(summary = "Retires a change model")
    @ApiResponse(
            responseCode = "200",
            description = "The model as it is now",
            content = @Content(schema = @Schema(implementation = ModelView.class)))
    public Response retire(@Context Caller caller, @PathParam("id") String id, End end) {
        return MEMBERS.done(
                () -> models.retire(caller, id, end.reason()), () -> models.get(caller, id));
    }
}
