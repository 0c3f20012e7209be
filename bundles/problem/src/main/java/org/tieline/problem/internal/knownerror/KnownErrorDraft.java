package org.tieline.problem.internal.knownerror;

import java.time.LocalDate;
import java.util.Optional;
import org.tieline.api.record.Attribute;

/** What people say of a known error. */
public record KnownErrorDraft(
        @Attribute(label = "Title", hint = "Such as Consoles lose audio after a switchover.")
                String title,
        @Attribute(
                        label = "Symptom",
                        hint = "What the positions or callers notice.",
                        max = 4_000,
                        multiline = true,
                        required = true)
                String symptom,
        @Attribute(label = "System", hint = "Such as CAD, call handling or radio.", max = 120)
                Optional<String> system,
        @Attribute(label = "Vendor", max = 120) Optional<String> vendor,
        @Attribute(label = "Model", max = 120) Optional<String> model,
        @Attribute(label = "Versions", hint = "Such as 8.1 to 8.4.", max = 120)
                Optional<String> releases,
        @Attribute(label = "Cause", max = 4_000, multiline = true) Optional<String> cause,
        @Attribute(
                        label = "Workaround",
                        hint = "One step to a line, in the order in which they are done.",
                        max = 8_000,
                        multiline = true)
                Optional<String> workaround,
        @Attribute(
                        label = "Who may apply it",
                        hint = "Such as any telecommunicator, or the shift supervisor only.")
                Optional<String> appliedBy,
        @Attribute(label = "Valid until", hint = "The last day on which people rely on it.")
                Optional<LocalDate> validUntil) {}
