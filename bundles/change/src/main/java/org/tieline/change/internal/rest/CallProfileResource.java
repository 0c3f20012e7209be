package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.change.CallProfileState;
import org.tieline.api.change.CallProfiles;
import org.tieline.api.record.Stored;
import org.tieline.rest.Asks;
import org.tieline.rest.Members;
import org.tieline.rest.RestResource;
import org.tieline.rest.Versions;

/** How busy the centers are through the week. */
@Component(service = RestResource.class)
@Path("/call-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallProfileResource implements RestResource {
    private static final Members<ProfileView> MEMBERS =
            new Members<>(
                    ROOT + "/call-profiles",
                    ProfileView::center,
                    profile -> OptionalLong.of(profile.version()),
                    profile -> profile);

    private final CallProfiles profiles;

    @Activate
    public CallProfileResource(@Reference CallProfiles profiles) {
        this.profiles = profiles;
    }

    /** A profile in JSON. */
    @Schema(name = "CallProfile")
    public record ProfileView(
            String center,
            @Schema(
                            description =
                                    "Calls in each of the 168 hours of the week on the center's"
                                            + " clock, from Monday 00:00; empty if nobody said")
                    List<Double> calls,
            Optional<String> source,
            long version) {
        static ProfileView of(Stored<CallProfileDraft, CallProfileState> profile) {
            return new ProfileView(
                    profile.center(),
                    profile.facts().calls(),
                    profile.facts().source(),
                    profile.version());
        }
    }

    /** What a profile shall be from now on. */
    public record ProfileInput(
            @Schema(description = "168 numbers, as in the profile") Optional<List<Double>> calls,
            @Schema(description = "Where the numbers come from") Optional<String> source) {}

    @GET
    @Path("/{center}")
    @Asks("call-profile.read")
    @Operation(summary = "How many calls a center takes in each hour of its week")
    @ApiResponse(
            responseCode = "200",
            description = "The profile; of version 0 and empty if nobody said",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Response get(
            @Context Caller caller, @Context Request request, @PathParam("center") String center) {
        return MEMBERS.read(
                request,
                profiles.of(caller, center)
                        .map(ProfileView::of)
                        .orElse(new ProfileView(center, List.of(), Optional.empty(), 0)));
    }

    @PUT
    @Path("/{center}")
    @Asks("call-profile.edit")
    @Operation(summary = "Says how many calls a center takes in each hour of its week")
    @ApiResponse(
            responseCode = "200",
            description = "The profile as it is now",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Response write(
            @Context Caller caller,
            @PathParam("center") String center,
            @HeaderParam(HttpHeaders.IF_MATCH) String version,
            ProfileInput input) {
        CallProfileDraft draft =
                new CallProfileDraft(input.calls().orElse(List.of()), input.source());
        return MEMBERS.done(
                ProfileView.of(profiles.write(caller, center, Versions.required(version), draft)));
    }
}
