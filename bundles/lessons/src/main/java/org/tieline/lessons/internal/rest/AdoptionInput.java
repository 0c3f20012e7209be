package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.tieline.api.lessons.AdoptionDraft;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Uptake;

/** What a center makes of a lesson. */
@Schema(name = "NewAdoption")
public record AdoptionInput(
        @Schema(description = "Id of the center that decides") String center,
        @Schema(description = "The version that was seen; left away if the center had not decided")
                Optional<Long> version,
        Uptake uptake,
        @Schema(
                        description =
                                "What it does, or why it does not; at most 4,000 characters,"
                                        + " required unless the uptake is as-is; stays in the center")
                Optional<String> note,
        Optional<Effect> effect,
        @Schema(description = "At most 4,000 characters; stays in the center")
                Optional<String> effectNote,
        @Schema(description = "true to let others know that this center uses it, and the effect")
                Optional<Boolean> named) {
    AdoptionDraft draft() {
        return new AdoptionDraft(
                uptake, note.orElse(""), effect, effectNote.orElse(""), named.orElse(false));
    }
}
