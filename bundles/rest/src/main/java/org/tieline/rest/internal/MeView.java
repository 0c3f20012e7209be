package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is calling. */
@Schema(name = "Me")
public record MeView(
        String id,
        String name,
        List<RoleView> roles,
        @Schema(description = "The operations that the token is limited to; left away if it is not")
                Optional<List<String>> scopes,
        @Schema(description = "Only for a browser") Optional<Signed> session) {

    @Schema(name = "Session")
    public record Signed(
            String center,
            @Schema(description = "What a write must bring as X-CSRF-Token") String csrf,
            Optional<Instant> idleEnd,
            Instant end) {}
}
