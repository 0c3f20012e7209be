package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeSchedule;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Suggestion;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.EnumNames;
import org.tieline.rest.Asks;
import org.tieline.rest.RestResource;

/** Times at which changes could run. */
@Component(service = RestResource.class)
@Path("/change-windows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ChangeWindowResource implements RestResource {
    private final ChangeSchedule schedule;

    @Activate
    public ChangeWindowResource(@Reference ChangeSchedule schedule) {
        this.schedule = schedule;
    }

    /** What a time is looked for. */
    public record Wanted(
            @Schema(description = "Id of the center") String center,
            @Schema(description = "How long it takes, at most 20160") int minutes,
            @Schema(description = "Id of the change, if it is saved already")
                    Optional<String> change,
            @Schema(description = "Ids of what it touches") Optional<Set<String>> assets,
            @Schema(description = "Id of the person who does it") Optional<String> implementer,
            @Schema(description = "The earliest start; the present if left away")
                    Optional<Instant> from) {}

    /** What stands in the way. */
    public record SuggestedConflict(String kind, String words) {
        static SuggestedConflict of(ChangeConflict conflict) {
            return new SuggestedConflict(EnumNames.of(conflict.kind()), conflict.words());
        }
    }

    /** A time. */
    @Schema(name = "Suggestion")
    public record SuggestionView(
            Instant start,
            Instant end,
            @Schema(description = "To be expected, if the center has a call profile")
                    Optional<Double> calls,
            List<SuggestedConflict> conflicts,
            List<String> reasons) {
        static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(
                    suggestion.window().start(),
                    suggestion.window().end(),
                    suggestion.calls(),
                    suggestion.conflicts().stream().map(SuggestedConflict::of).toList(),
                    suggestion.reasons());
        }
    }

    /** The best time first. */
    public record Suggestions(List<SuggestionView> items) {}

    @POST
    @Path("/suggest")
    @Asks("change.read")
    @Operation(summary = "When a change could run: at most five times, the best first")
    public Suggestions suggest(@Context Caller caller, Wanted wanted) {
        if (wanted.center() == null) {
            throw new Invalid(new FieldError("center", "must name the center"));
        }
        ChangeDraft plain = ChangeDraft.of("", ChangeType.NORMAL);
        ChangeDraft draft =
                new ChangeDraft(
                        plain.title(),
                        plain.type(),
                        plain.model(),
                        plain.why(),
                        plain.what(),
                        wanted.assets().orElse(Set.of()),
                        plain.callPaths(),
                        plain.risk(),
                        plain.window(),
                        wanted.implementer(),
                        plain.testPlan(),
                        plain.backOutPlan(),
                        plain.decideAfter(),
                        plain.callsMeanwhile(),
                        plain.tell(),
                        plain.steps());
        return new Suggestions(
                schedule
                        .suggest(
                                caller,
                                wanted.center(),
                                wanted.change(),
                                draft,
                                Duration.ofMinutes(wanted.minutes()),
                                wanted.from().orElse(Instant.EPOCH))
                        .stream()
                        .map(SuggestionView::of)
                        .toList());
    }
}
