package org.tieline.problem.internal.page;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.Wording;

/** The plain words for what is no field of a record. */
@Component
public final class ProblemWords implements Wording {
    @Override
    public Map<String, String> actions() {
        return Map.of("timeline-entry.created", "added to the timeline");
    }

    @Override
    public Map<String, String> operations() {
        return Map.of(
                "incident.report", "Report incidents, add to their timelines",
                "incident.manage", "Edit incidents and move them on",
                "known-error.share", "Share known errors with other centers");
    }
}
