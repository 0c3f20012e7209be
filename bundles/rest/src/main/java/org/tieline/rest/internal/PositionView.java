package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.person.NewPosition;
import org.tieline.api.person.Position;

/** A dispatch position as the API shows it. */
@Schema(name = "Position")
public record PositionView(
        String id,
        String center,
        String name,
        Instant created,
        Optional<Instant> revoked,
        @Schema(
                        description =
                                "What the workstation keeps as its cookie tieline-position; only in"
                                        + " the answer that makes it")
                Optional<String> secret) {

    static PositionView of(Position position) {
        return of(position, Optional.empty());
    }

    static PositionView of(NewPosition made) {
        return of(made.position(), Optional.of(made.secret()));
    }

    private static PositionView of(Position position, Optional<String> secret) {
        return new PositionView(
                position.id(),
                position.center(),
                position.name(),
                position.created(),
                position.revoked(),
                secret);
    }
}
