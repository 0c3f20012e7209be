package org.tieline.problem.internal.knownerror;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionFigures;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** Known errors that centers share, and whether their workarounds helped others. */
@Component(service = RestResource.class)
@Path("/shared-known-errors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SharedKnownErrorResource implements RestResource {
    private static final String KIND = SharedKnownErrors.CATALOG.kind();

    private final Sharing sharing;
    private final Members<Shared> members;

    @Activate
    public SharedKnownErrorResource(@Reference Sharing sharing) {
        this.sharing = sharing;
        members =
                new Members<>(
                        ROOT + "/shared-known-errors",
                        Shared::id,
                        shared -> OptionalLong.of(shared.version()),
                        this::view);
    }

    /** A known error as others see it. */
    @Schema(name = "SharedKnownError")
    public record SharedView(
            String id,
            String center,
            String title,
            @Schema(description = "What it says, by field of a known error")
                    Map<String, String> fields,
            boolean everybody,
            Instant published,
            Optional<Instant> withdrawn,
            @Schema(description = "Only when at least three centers said something")
                    Optional<AdoptionFigures> figures,
            long version) {}

    /** A known error to be shared. */
    @Schema(name = "NewSharedKnownError")
    public record ShareBody(
            @Schema(description = "Id of a published known error") String knownError,
            @Schema(description = "True for every center") Optional<Boolean> everybody,
            @Schema(description = "Ids of those that see it, if not all")
                    Optional<Set<String>> centers,
            @Schema(
                            description =
                                    "Passages that look like names, numbers or addresses of"
                                            + " persons and that others may see all the same; the"
                                            + " rest of them is removed")
                    Optional<Set<String>> keep) {}

    /** Where it is taken over. */
    @Schema(name = "KnownErrorAdoptionInput")
    public record AdoptBody(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "What it is called there") Optional<String> title) {}

    /** Whether it helped. */
    @Schema(name = "KnownErrorOutcomeInput")
    public record OutcomeBody(
            @Schema(description = "Id of the center") String center,
            AdoptionOutcome outcome,
            @Schema(description = "Needed for rejected and backed-out") Optional<String> reason) {}

    /** What a center made of it. */
    @Schema(name = "KnownErrorAdoption")
    public record AdoptionView(
            String center,
            AdoptionOutcome outcome,
            Optional<String> reason,
            @Schema(description = "Id of the center's own known error") Optional<String> made) {
        static AdoptionView of(Adoption adoption) {
            return new AdoptionView(
                    adoption.center(),
                    adoption.outcome(),
                    adoption.reason(),
                    adoption.made().map(RecordRef::id));
        }
    }

    private SharedView view(Shared shared) {
        return view(shared, Map.of());
    }

    private SharedView view(Shared shared, Map<String, AdoptionFigures> figures) {
        return new SharedView(
                shared.id(),
                shared.center(),
                shared.title(),
                shared.fields(),
                shared.everybody(),
                shared.published(),
                shared.withdrawn(),
                Optional.ofNullable(figures.get(shared.id())),
                shared.version());
    }

    private static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    private static <T> T given(String field, T value) {
        if (value == null) {
            throw new Invalid(new FieldError(field, "must be given"));
        }
        return value;
    }

    @GET
    @Asks("known-error.read")
    @Operation(summary = "The known errors that centers share within the caller's sight")
    public Listing<SharedView> list(@Context Caller caller, @BeanParam Paging paging) {
        Page<Shared> page = sharing.list(caller, KIND, paging.page());
        Map<String, AdoptionFigures> figures =
                sharing.figures(caller, KIND, page.items().stream().map(Shared::id).toList());
        return Listing.of(page, shared -> view(shared, figures));
    }

    @POST
    @Asks("known-error.share")
    @Operation(summary = "Shares a published known error as it is now")
    @ApiResponse(
            responseCode = "201",
            description = "Shared",
            content = @Content(schema = @Schema(implementation = SharedView.class)))
    public Response publish(@Context Caller caller, ShareBody share) {
        RecordRef record =
                new RecordRef(KnownErrors.TYPE.kind(), given("knownError", share.knownError()));
        return members.created(
                () ->
                        sharing.publish(
                                caller,
                                record,
                                share.everybody().orElse(false),
                                share.centers().orElse(Set.of()),
                                share.keep().orElse(Set.of())),
                id -> sharing.get(caller, ref(id)));
    }

    @GET
    @Path("/{id}")
    @Asks("known-error.read")
    @Operation(summary = "One shared known error")
    public SharedView get(@Context Caller caller, @PathParam("id") String id) {
        Shared shared = sharing.get(caller, ref(id));
        return view(shared, sharing.figures(caller, KIND, Set.of(id)));
    }

    @POST
    @Path("/{id}/withdraw")
    @Asks("known-error.share")
    @Operation(summary = "Takes it back; those who took it over still see it")
    public SharedView withdraw(@Context Caller caller, @PathParam("id") String id) {
        return view(sharing.withdraw(caller, ref(id)));
    }

    @POST
    @Path("/{id}/adopt")
    @Asks("known-error.edit")
    @Operation(summary = "Takes it over: a draft of a known error of one's own")
    public AdoptionView adopt(@Context Caller caller, @PathParam("id") String id, AdoptBody adopt) {
        return AdoptionView.of(
                sharing.adopt(caller, ref(id), given("center", adopt.center()), adopt.title()));
    }

    @POST
    @Path("/{id}/outcome")
    @Asks("known-error.edit")
    @Operation(summary = "Says whether the workaround helped a center")
    public AdoptionView outcome(
            @Context Caller caller, @PathParam("id") String id, OutcomeBody outcome) {
        return AdoptionView.of(
                sharing.outcome(
                        caller,
                        ref(id),
                        given("center", outcome.center()),
                        given("outcome", outcome.outcome()),
                        outcome.reason(),
                        Optional.empty()));
    }
}
