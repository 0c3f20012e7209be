package org.tieline.problem.internal.incident;

import java.time.Instant;
import java.util.Optional;
import org.tieline.api.record.Attribute;
import org.tieline.problem.internal.Level;
import org.tieline.problem.internal.Priority;

/**
 * What people say of an incident.
 *
 * @param asset id of the service or asset, where it is on the service map
 * @param priority what follows from impact and urgency, unless there is a reason for another
 */
public record IncidentDraft(
        @Attribute(label = "Title", hint = "What is wrong, such as Position 4 has no audio.")
                String title,
        @Attribute(
                        label = "Service or asset",
                        hint = "What is disturbed, such as Radio console 4 or ALI.",
                        max = 160)
                Optional<String> service,
        @Attribute(label = "On the service map", max = 36) Optional<String> asset,
        @Attribute(label = "Description", max = 4_000, multiline = true)
                Optional<String> description,
        @Attribute(label = "Category") Optional<InterruptionCategory> category,
        @Attribute(
                        label = "Impact",
                        hint = "High: the whole center. Medium: several positions. Low: one.")
                Optional<Level> impact,
        @Attribute(
                        label = "Urgency",
                        hint = "High: calls may be lost. Medium: work is slow. Low: it can wait.")
                Optional<Level> urgency,
        @Attribute(
                        label = "Priority",
                        none = "From impact and urgency",
                        hint = "Another one than impact and urgency give needs a reason.")
                Optional<Priority> priority,
        @Attribute(label = "Reason for priority", max = 400) Optional<String> priorityReason,
        @Attribute(label = "Began") Optional<Instant> began,
        @Attribute(label = "Detected") Optional<Instant> detected,
        @Attribute(label = "Reported", hint = "Now, if you leave it empty.")
                Optional<Instant> reported,
        @Attribute(label = "Acknowledged") Optional<Instant> acknowledged,
        @Attribute(label = "Worked around") Optional<Instant> workedAround,
        @Attribute(label = "Restored") Optional<Instant> restored,
        @Attribute(label = "Assigned to", hint = "A person or a team.", max = 120)
                Optional<String> assignedTo,
        @Attribute(label = "Reason for hold", hint = "What it waits for.", max = 400)
                Optional<String> holdReason,
        @Attribute(
                        label = "Resolution",
                        hint = "How the service was restored.",
                        max = 4_000,
                        multiline = true)
                Optional<String> resolution) {}
