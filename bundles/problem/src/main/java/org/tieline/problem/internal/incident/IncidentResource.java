package org.tieline.problem.internal.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.record.Stored;
import org.tieline.rest.Asks;
import org.tieline.rest.Listing;
import org.tieline.rest.Members;
import org.tieline.rest.Paging;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.ListedCollection;
import org.tieline.rest.record.RecordNames;

/** Incidents and their timelines over the API. */
@Component(service = RestResource.class)
@Path("/incidents")
public final class IncidentResource extends ListedCollection<IncidentDraft, IncidentState> {
    private final Incidents incidents;
    private final Timeline timeline;

    @Activate
    public IncidentResource(@Reference Incidents incidents, @Reference Timeline timeline) {
        super(Incidents.TYPE, RecordNames.of("Incident"), incidents);
        this.incidents = incidents;
        this.timeline = timeline;
    }

    /** An entry of a timeline. */
    @Schema(name = "TimelineEntry")
    public record EntryView(
            String id,
            String text,
            Instant happened,
            Instant entered,
            @Schema(description = "Entered more than 15 minutes after it happened") boolean late,
            @Schema(description = "Who entered it") String author) {
        static EntryView of(Stored<TimelineDraft, TimelineState> entry) {
            return new EntryView(
                    entry.id(),
                    entry.facts().text(),
                    entry.facts().happened().orElseThrow(),
                    entry.created(),
                    Timeline.isLate(entry),
                    entry.facts().author().orElseThrow().name());
        }
    }

    /** An entry to be added. */
    @Schema(name = "NewTimelineEntry")
    public record EntryInput(
            @Schema(description = "Who did, saw or was told what; at most 4,000 characters")
                    String text,
            @Schema(description = "When; now, if it is left away") Optional<Instant> happened) {}

    @GET
    @Path("/{id}/timeline")
    @Asks("incident.read")
    @Operation(summary = "The timeline of an incident, what happened last first")
    public Listing<EntryView> timeline(
            @Context Caller caller, @PathParam("id") String id, @BeanParam Paging paging) {
        return Listing.of(timeline.list(caller, id, paging.page()), EntryView::of);
    }

    @POST
    @Path("/{id}/timeline")
    @Asks("incident.report")
    @Operation(summary = "Adds an entry to the timeline, where it stays as it is")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    public Response add(@Context Caller caller, @PathParam("id") String id, EntryInput entry) {
        Members<Stored<TimelineDraft, TimelineState>> entries =
                new Members<>(
                        ROOT + "/incidents/" + id + "/timeline",
                        Stored::id,
                        any -> OptionalLong.empty(),
                        EntryView::of);
        String center = incidents.get(caller, id).center();
        return entries.created(
                () ->
                        timeline.create(
                                caller,
                                center,
                                new TimelineDraft(
                                        id, entry.text(), entry.happened(), Optional.empty())),
                made -> timeline.get(caller, made));
    }
}
