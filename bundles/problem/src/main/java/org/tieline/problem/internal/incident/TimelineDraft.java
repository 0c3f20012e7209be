package org.tieline.problem.internal.incident;

import java.time.Instant;
import java.util.Optional;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Who;

/**
 * What somebody did, saw or was told while an incident lasted.
 *
 * @param incident its id
 * @param happened when; when it was entered, if nothing else is said
 * @param author who entered it
 */
public record TimelineDraft(
        @Attribute(label = "Incident", max = 36) String incident,
        @Attribute(
                        label = "Entry",
                        hint = "Who did, saw or was told what.",
                        max = 4_000,
                        multiline = true,
                        required = true)
                String text,
        @Attribute(label = "Happened", hint = "Now, if you leave it empty.")
                Optional<Instant> happened,
        @Attribute(label = "Entered by") Optional<Who> author) {}
