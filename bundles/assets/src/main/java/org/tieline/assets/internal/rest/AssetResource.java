package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.assets.internal.AssetFiles;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.Query;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** The service map. */
@Component(service = RestResource.class)
@Path("/assets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AssetResource implements RestResource {
    private static final String CSV = "text/csv";
    private static final Members<Asset> MEMBERS =
            new Members<>(
                    ROOT + "/assets",
                    Asset::id,
                    asset -> OptionalLong.of(asset.version()),
                    AssetView::of);

    private final Assets assets;
    private final ServiceMap map;
    private final AssetFiles files;

    @Activate
    public AssetResource(
            @Reference Assets assets, @Reference ServiceMap map, @Reference AssetFiles files) {
        this.assets = assets;
        this.map = map;
        this.files = files;
    }

    @GET
    @Asks("asset.read")
    @Operation(summary = "The services and assets within reach, by name")
    public Listing<AssetView> list(
            @Context Caller caller, @BeanParam AssetQuery query, @BeanParam Paging paging) {
        return Listing.of(assets.list(caller, query.filter(), paging.page()), AssetView::of);
    }

    @POST
    @Asks("asset.edit")
    @Operation(summary = "Adds an asset; sharing it asks for asset.share too")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response create(@Context Caller caller, NewAsset asset) {
        return MEMBERS.created(
                () -> assets.create(caller, asset.center(), asset.draft()),
                id -> assets.get(caller, id));
    }

    @GET
    @Path("/{id}")
    @Asks("asset.read")
    @Operation(summary = "One asset")
    @ApiResponse(
            responseCode = "200",
            description = "The asset",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("id") String id) {
        return MEMBERS.read(request, assets.get(caller, id));
    }

    @PUT
    @Path("/{id}")
    @Asks("asset.edit")
    @Operation(summary = "Changes an asset; changing whom it is shared with asks for asset.share")
    @ApiResponse(
            responseCode = "200",
            description = "The asset as it is now",
            content = @Content(schema = @Schema(implementation = AssetView.class)))
    public Response update(
            @Context Caller caller,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            AssetChange change) {
        return MEMBERS.done(assets.update(caller, id, Versions.required(version), change.draft()));
    }

    @GET
    @Path("/{id}/impact")
    @Asks("asset.read")
    @Operation(summary = "What goes down or degrades if it fails")
    public ImpactView impact(@Context Caller caller, @PathParam("id") String id) {
        return ImpactView.of(map.impact(caller, Set.of(id)));
    }

    @GET
    @Path("/{id}/resting")
    @Asks("asset.read")
    @Operation(summary = "What names it among what it depends on, by name")
    public Listing<EntryView> resting(
            @Context Caller caller, @PathParam("id") String id, @BeanParam Paging paging) {
        return Listing.of(assets.restingOn(caller, id, paging.page()), EntryView::of);
    }

    @GET
    @Path("/single-points")
    @Asks("asset.read")
    @Operation(summary = "The single points of failure of a center")
    public SinglePointsView singlePoints(
            @Context Caller caller, @QueryParam("center") String center) {
        return SinglePointsView.of(map.singlePoints(caller, required(center)));
    }

    @GET
    @Path("/export")
    @Produces(CSV)
    @Asks("asset.read")
    @Operation(summary = "A center's own assets as comma-separated values")
    public Response export(@Context Caller caller, @QueryParam("center") String center) {
        String wanted = required(center);
        files.requireRead(caller, wanted);
        StreamingOutput rows = out -> files.write(caller, wanted, out);
        return Response.ok(rows, CSV + ";charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + wanted + "-assets.csv\"")
                .build();
    }

    static String required(String center) {
        return Query.given(center)
                .orElseThrow(() -> new Invalid(new FieldError("center", "must name the center")));
    }
}
