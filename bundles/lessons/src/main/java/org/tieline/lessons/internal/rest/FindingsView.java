package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.sharing.Finding;

/** What was found in a lesson. */
@Schema(name = "Findings")
public record FindingsView(
        @Schema(description = "How many still wait for a decision") long open,
        List<FindingView> items) {
    static FindingsView of(List<Finding> findings) {
        return new FindingsView(
                findings.stream().filter(finding -> finding.decision().isEmpty()).count(),
                findings.stream().map(FindingView::of).toList());
    }
}
