package org.tieline.problem.internal.problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.record.Attribute;
import org.tieline.problem.internal.Priority;

/** What people say of a problem. */
public record ProblemDraft(
        @Attribute(label = "Title", hint = "Such as Consoles go deaf after a failover.")
                String title,
        @Attribute(label = "Description", max = 4_000, multiline = true)
                Optional<String> description,
        @Attribute(
                        label = "Services and assets",
                        hint = "Names from the service map, one to a line.",
                        max = 36)
                Set<String> assets,
        @Attribute(label = "Priority") Optional<Priority> priority,
        @Attribute(label = "Assigned to", hint = "A person or a team.", max = 120)
                Optional<String> assignedTo,
        @Attribute(label = "Cause category") Optional<CauseCategory> causeCategory,
        @Attribute(
                        label = "Five whys",
                        hint = "One answer to a line, each the reason for the line above.",
                        max = 500)
                List<String> whys,
        @Attribute(label = "Analysis", max = 8_000, multiline = true) Optional<String> analysis,
        @Attribute(label = "Contributing factors", hint = "One to a line.", max = 300)
                List<String> factors,
        @Attribute(label = "Root cause", max = 4_000, multiline = true) Optional<String> rootCause,
        @Attribute(label = "Reason no root cause was found", max = 1_000, multiline = true)
                Optional<String> noRootCause,
        @Attribute(
                        label = "Outcome",
                        hint = "What was done about it, or why it was rejected.",
                        max = 2_000,
                        multiline = true)
                Optional<String> outcome) {
    static final int MOST_ASSETS = 50;
    static final int MOST_WHYS = 5;
    static final int MOST_FACTORS = 20;

    /** Where a cause lies. */
    public enum CauseCategory {
        PEOPLE,
        PROCESS,
        TECHNOLOGY,
        SUPPLIER,
        ENVIRONMENT
    }
}
