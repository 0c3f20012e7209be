package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;

/** What a center shall be from now on; what is left away is empty from now on. */
public record CenterChange(
        String name,
        CenterKind kind,
        @Schema(implementation = String.class, example = "America/Chicago") ZoneId timeZone,
        CenterState state,
        @Schema(description = "1 to 8 digits") Optional<String> fccPsapId,
        List<String> neighbours,
        List<String> backups) {

    CenterDraft draft() {
        return new CenterDraft(name, kind, timeZone, state, fccPsapId, neighbours, backups);
    }
}
