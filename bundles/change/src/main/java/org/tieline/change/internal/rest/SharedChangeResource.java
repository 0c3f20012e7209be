package org.tieline.change.internal.rest;

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
import java.util.List;
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
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.sharing.Adoption;
import org.tieline.api.sharing.AdoptionFigures;
import org.tieline.api.sharing.AdoptionOutcome;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.change.internal.sharing.SharedPlan;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;

/** Changes and change models that centers share. */
@Component(service = RestResource.class)
@Path("/shared-changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SharedChangeResource implements RestResource {
    private final Sharing sharing;
    private final Members<Shared> members;

    @Activate
    public SharedChangeResource(@Reference Sharing sharing) {
        this.sharing = sharing;
        members =
                new Members<>(
                        ROOT + "/shared-changes",
                        Shared::id,
                        shared -> OptionalLong.of(shared.version()),
                        shared -> SharedView.of(shared, Optional.empty(), List.of()));
    }

    /** What a center made of it. */
    @Schema(name = "Adoption")
    public record AdoptionView(
            String center,
            AdoptionOutcome outcome,
            Optional<String> reason,
            Optional<Integer> minutesSaved,
            @Schema(description = "Id of the center's own change or model made from it")
                    Optional<String> made,
            WhoView by,
            Instant at) {
        static AdoptionView of(Adoption adoption) {
            return new AdoptionView(
                    adoption.center(),
                    adoption.outcome(),
                    adoption.reason(),
                    adoption.minutesSaved(),
                    adoption.made().map(RecordRef::id),
                    new WhoView(adoption.by(), adoption.byName()),
                    adoption.at());
        }
    }

    /** A shared change or model. */
    @Schema(name = "SharedChange")
    public record SharedView(
            String id,
            String center,
            @Schema(description = "Change or change-model") String kind,
            String record,
            String name,
            Optional<String> when,
            Optional<String> why,
            Optional<String> what,
            long lasts,
            Optional<String> testPlan,
            Optional<String> backOutPlan,
            Optional<String> callsMeanwhile,
            Optional<String> tell,
            List<StepView> steps,
            Optional<ClosureCode> ended,
            Optional<String> learned,
            boolean everybody,
            @Schema(description = "Only told to the center whose it is") Set<String> centers,
            Instant published,
            Optional<Instant> withdrawn,
            @Schema(description = "Only when at least three centers said something")
                    Optional<AdoptionFigures> figures,
            @Schema(description = "What the caller's own centers made of it")
                    List<AdoptionView> adoptions,
            long version) {
        static SharedView of(
                Shared shared, Optional<AdoptionFigures> figures, List<Adoption> adoptions) {
            SharedPlan content = SharedPlan.of(shared);
            ModelDraft plan = content.plan();
            return new SharedView(
                    shared.id(),
                    shared.center(),
                    shared.record().kind(),
                    shared.record().id(),
                    plan.name(),
                    plan.when(),
                    plan.why(),
                    plan.what(),
                    plan.lasts().toMinutes(),
                    plan.testPlan(),
                    plan.backOutPlan(),
                    plan.callsMeanwhile(),
                    plan.tell(),
                    plan.steps().stream()
                            .map(step -> new StepView(step.kind(), step.what()))
                            .toList(),
                    content.ended(),
                    content.learned(),
                    shared.everybody(),
                    shared.centers(),
                    shared.published(),
                    shared.withdrawn(),
                    figures,
                    adoptions.stream().map(AdoptionView::of).toList(),
                    shared.version());
        }
    }

    /** A step of what is shared. */
    @Schema(name = "SharedStep")
    public record StepView(org.tieline.api.change.StepKind kind, String what) {}

    /** A change or model to be shared. */
    @Schema(name = "NewSharedChange")
    public record ShareBody(
            @Schema(description = "Id of a closed change") Optional<String> change,
            @Schema(description = "Id of an approved model, if it is no change")
                    Optional<String> model,
            @Schema(description = "True for every center") Optional<Boolean> everybody,
            @Schema(description = "Ids of those that see it, if not all")
                    Optional<Set<String>> centers,
            @Schema(
                            description =
                                    "Passages that look like names, numbers or addresses of"
                                            + " persons and that others may see all the same; the"
                                            + " rest of them is removed")
                    Optional<Set<String>> keep) {
        RecordRef record() {
            if (change.isPresent() == model.isPresent()) {
                throw new Invalid(new FieldError("change", "must be given, or a model"));
            }
            return change.map(Change::ref).orElseGet(() -> ChangeModel.ref(model.get()));
        }
    }

    /** Where it is taken over. */
    public record AdoptBody(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "What it is called there") Optional<String> name) {}

    /** What came of an adoption. */
    public record OutcomeBody(
            @Schema(description = "Id of the center") String center,
            AdoptionOutcome outcome,
            @Schema(description = "Needed for rejected and backed-out") Optional<String> reason,
            @Schema(description = "Minutes of work that it saved")
                    Optional<Integer> minutesSaved) {}

    @GET
    @Asks("change-share.read")
    @Operation(summary = "What centers share within the caller's sight, the latest first")
    public Listing<SharedView> list(@Context Caller caller, @BeanParam Paging paging) {
        Page<Shared> page = sharing.list(caller, SharedPlan.KIND, paging.page());
        Map<String, AdoptionFigures> figures =
                sharing.figures(
                        caller, SharedPlan.KIND, page.items().stream().map(Shared::id).toList());
        return Listing.of(
                page,
                shared ->
                        SharedView.of(
                                shared, Optional.ofNullable(figures.get(shared.id())), List.of()));
    }

    @POST
    @Asks("change-share.publish")
    @Operation(summary = "Shares a closed change or an approved model as it is now")
    @ApiResponse(
            responseCode = "201",
            description = "Shared",
            content = @Content(schema = @Schema(implementation = SharedView.class)))
    public Response publish(@Context Caller caller, ShareBody share) {
        return members.created(
                () ->
                        sharing.publish(
                                caller,
                                share.record(),
                                share.everybody().orElse(false),
                                share.centers().orElse(Set.of()),
                                share.keep().orElse(Set.of())),
                id -> sharing.get(caller, SharedPlan.ref(id)));
    }

    @GET
    @Path("/{id}")
    @Asks("change-share.read")
    @Operation(summary = "One shared change or model")
    public SharedView get(@Context Caller caller, @PathParam("id") String id) {
        return SharedView.of(
                sharing.get(caller, SharedPlan.ref(id)),
                Optional.ofNullable(sharing.figures(caller, SharedPlan.KIND, List.of(id)).get(id)),
                sharing.adoptions(caller, SharedPlan.ref(id)));
    }

    @POST
    @Path("/{id}/withdraw")
    @Asks("change-share.publish")
    @Operation(summary = "Takes it back; those who took it over still see it")
    public SharedView withdraw(@Context Caller caller, @PathParam("id") String id) {
        return SharedView.of(
                sharing.withdraw(caller, SharedPlan.ref(id)), Optional.empty(), List.of());
    }

    @POST
    @Path("/{id}/adopt")
    @Asks("change-share.adopt")
    @Operation(summary = "Takes it over: a proposed model, or a draft of a change, of one's own")
    public AdoptionView adopt(@Context Caller caller, @PathParam("id") String id, AdoptBody adopt) {
        return AdoptionView.of(
                sharing.adopt(caller, SharedPlan.ref(id), center(adopt.center()), adopt.name()));
    }

    private static String center(String center) {
        if (center == null) {
            throw new Invalid(new FieldError("center", "must be given"));
        }
        return center;
    }

    @POST
    @Path("/{id}/outcome")
    @Asks("change-share.adopt")
    @Operation(summary = "Says what came of it in a center: adopted, adapted, rejected, backed out")
    public AdoptionView outcome(
            @Context Caller caller, @PathParam("id") String id, OutcomeBody outcome) {
        if (outcome.outcome() == null) {
            throw new Invalid(new FieldError("outcome", "must be given"));
        }
        return AdoptionView.of(
                sharing.outcome(
                        caller,
                        SharedPlan.ref(id),
                        center(outcome.center()),
                        outcome.outcome(),
                        outcome.reason(),
                        outcome.minutesSaved()));
    }
}
