package org.tieline.problem.internal.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Stored;
import org.tieline.core.record.EnumNames;
import org.tieline.problem.internal.Priority;
import org.tieline.problem.internal.ProblemParts;
import org.tieline.problem.internal.incident.IncidentDraft;
import org.tieline.problem.internal.incident.IncidentPages;
import org.tieline.problem.internal.incident.IncidentState;
import org.tieline.problem.internal.incident.Incidents;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;

/** The incidents that are open, the most urgent of the latest first. */
@Component
public final class OpenIncidentCard implements DashboardCard {
    private static final int LATEST = 50;
    private static final int SHOWN = 5;

    private final Incidents incidents;
    private final Access access;

    @Activate
    public OpenIncidentCard(@Reference Incidents incidents, @Reference Access access) {
        this.incidents = incidents;
        this.access = access;
    }

    /**
     * A line of the card.
     *
     * @param detail its priority and state in words
     */
    public record Line(String title, String path, String detail) {}

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<View> show(Caller caller) {
        Reach reach = access.reach(caller, Incidents.READ);
        if (!reach.everywhere() && reach.centers().isEmpty()) {
            return Optional.empty();
        }
        Page<Stored<IncidentDraft, IncidentState>> open =
                incidents.list(
                        caller,
                        new RecordFilter<>(Optional.empty(), IncidentState.OPEN),
                        new PageRequest(LATEST, Optional.empty()));
        return open.items().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ProblemParts.view(
                                "Open incidents",
                                "openincidentcard",
                                Map.of("lines", lines(open), "more", more(open))));
    }

    private static List<Line> lines(Page<Stored<IncidentDraft, IncidentState>> open) {
        return open.items().stream()
                .sorted(Comparator.comparing(OpenIncidentCard::priority))
                .limit(SHOWN)
                .map(OpenIncidentCard::line)
                .toList();
    }

    private static Priority priority(Stored<IncidentDraft, IncidentState> incident) {
        return incident.facts().priority().orElse(Priority.MEDIUM);
    }

    private static Line line(Stored<IncidentDraft, IncidentState> incident) {
        String state = EnumNames.words(incident.state());
        return new Line(
                incident.facts().title(),
                IncidentPages.PATH + "/" + incident.id(),
                incident.facts()
                        .priority()
                        .map(priority -> EnumNames.words(priority) + " priority, " + state)
                        .orElse(state));
    }

    private static String more(Page<Stored<IncidentDraft, IncidentState>> open) {
        int count = open.items().size();
        return open.next().isPresent() ? "More than " + LATEST + " open" : count + " open";
    }
}
