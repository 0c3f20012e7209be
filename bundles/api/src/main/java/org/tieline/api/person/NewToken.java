package org.tieline.api.person;

import java.util.Objects;

/**
 * A token that was just made.
 *
 * @param token the token
 * @param secret what the machine sends as its bearer token; never shown again
 */
public record NewToken(Token token, String secret) {
    public NewToken {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "NewToken[" + token + "]";
    }
}
