package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tieline.api.person.TokenDraft;

/** What a new token shall be. */
public record TokenInput(
        String label,
        @Schema(description = "Names of operations, see /operations, or * for all")
                List<String> scopes,
        @Schema(description = "At most 366 days ahead") Instant expires) {

    TokenDraft draft() {
        return new TokenDraft(label, Set.copyOf(scopes), expires);
    }
}
