package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.Token;

/** A token as the API shows it. */
@Schema(name = "Token")
public record TokenView(
        String id,
        String account,
        String label,
        List<String> scopes,
        Instant expires,
        Instant created,
        @Schema(description = "To the hour") Optional<Instant> lastUsed,
        Optional<Instant> revoked,
        @Schema(description = "What to send as bearer token; only in the answer that makes it")
                Optional<String> secret) {

    static TokenView of(Token token) {
        return of(token, Optional.empty());
    }

    static TokenView of(NewToken made) {
        return of(made.token(), Optional.of(made.secret()));
    }

    private static TokenView of(Token token, Optional<String> secret) {
        return new TokenView(
                token.id(),
                token.account(),
                token.facts().label(),
                token.facts().scopes().stream().sorted().toList(),
                token.facts().expires(),
                token.created(),
                token.lastUsed(),
                token.revoked(),
                secret);
    }
}
