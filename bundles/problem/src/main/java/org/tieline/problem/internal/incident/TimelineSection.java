package org.tieline.problem.internal.incident;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.record.Stored;
import org.tieline.problem.internal.ProblemParts;
import org.tieline.web.Lists;
import org.tieline.web.PageCenters;
import org.tieline.web.RecordSection;
import org.tieline.web.View;

/** The timeline on the page of an incident. */
@Component
public final class TimelineSection implements RecordSection {
    private static final PageRequest LATEST = new PageRequest(20, Optional.empty());

    private final Incidents incidents;
    private final Timeline timeline;
    private final PageCenters centers;

    @Activate
    public TimelineSection(
            @Reference Incidents incidents,
            @Reference Timeline timeline,
            @Reference PageCenters centers) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.centers = centers;
    }

    /** An entry as it is shown. */
    public record Entry(Stored<TimelineDraft, TimelineState> stored, String author, boolean late) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<View> show(Caller caller, RecordRef record) {
        if (!record.kind().equals(Incidents.TYPE.kind())) {
            return Optional.empty();
        }
        Stored<IncidentDraft, IncidentState> incident = incidents.get(caller, record.id());
        return Optional.of(
                view(
                        incident,
                        centers.zone(incident.center()),
                        timeline.list(caller, record.id(), LATEST)));
    }

    static View view(
            Stored<IncidentDraft, IncidentState> incident,
            ZoneId zone,
            Page<Stored<TimelineDraft, TimelineState>> page) {
        String path = Lists.path("incidents", incident.id(), "timeline");
        return ProblemParts.view(
                "Timeline",
                "timeline",
                Map.of(
                        "center", incident.center(),
                        "zone", zone,
                        "path", path,
                        "entries", page.items().stream().map(TimelineSection::entry).toList(),
                        "next", new Lists(path).next(page)));
    }

    private static Entry entry(Stored<TimelineDraft, TimelineState> stored) {
        return new Entry(
                stored, stored.facts().author().orElseThrow().name(), Timeline.isLate(stored));
    }
}
