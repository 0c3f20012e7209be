package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;

/** A center to be registered. */
public record NewCenter(
        @Schema(description = "2 to 40 lower-case letters, digits and single hyphens") String id,
        String name,
        CenterKind kind,
        @Schema(implementation = String.class, example = "America/Chicago") ZoneId timeZone,
        Optional<CenterState> state,
        @Schema(description = "1 to 8 digits") Optional<String> fccPsapId,
        Optional<List<String>> neighbours,
        Optional<List<String>> backups) {

    CenterDraft draft() {
        return new CenterDraft(
                name,
                kind,
                timeZone,
                state.orElse(CenterState.ACTIVE),
                fccPsapId,
                neighbours.orElse(List.of()),
                backups.orElse(List.of()));
    }
}
