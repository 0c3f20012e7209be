package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;

/** A center as the API shows it. */
@Schema(name = "Center")
public record CenterView(
        String id,
        String name,
        CenterKind kind,
        @Schema(implementation = String.class, example = "America/Chicago") ZoneId timeZone,
        CenterState state,
        Optional<String> fccPsapId,
        List<String> neighbours,
        List<String> backups,
        @Schema(description = "The centers that name this one as their backup")
                List<String> backsUp,
        long version,
        Instant created,
        Instant updated) {

    static CenterView of(Center center) {
        CenterDraft facts = center.facts();
        return new CenterView(
                center.id(),
                facts.name(),
                facts.kind(),
                facts.timeZone(),
                facts.state(),
                facts.fccPsapId(),
                facts.neighbours(),
                facts.backups(),
                center.backsUp(),
                center.version(),
                center.created(),
                center.updated());
    }
}
