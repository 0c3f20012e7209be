package org.tieline.core.signin;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.access.Caller;

/**
 * Somebody signed in at a browser.
 *
 * @param secret what the browser presents, at least 128 random bits; kept as a hash only
 * @param caller who it is, with the roles they hold now
 * @param csrf what a form must send back to show that it came from this session's pages
 * @param center id of the person's home center
 * @param idleEnd when it ends unless it is used before; empty on a dispatch position
 * @param end when the person must sign in again whatever they do
 * @param passwordExpired true if only choosing a new password is allowed now
 * @param device what the browser keeps to be known again, given when somebody has signed in; at
 *     least 128 random bits, kept as a hash only
 */
public record Session(
        String secret,
        Caller caller,
        String csrf,
        String center,
        Optional<Instant> idleEnd,
        Instant end,
        boolean passwordExpired,
        Optional<String> device) {
    public Session {
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(idleEnd, "idleEnd");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(device, "device");
    }

    /** Returns this session with what the browser keeps to be known again. */
    public Session on(String known) {
        return new Session(
                secret, caller, csrf, center, idleEnd, end, passwordExpired, Optional.of(known));
    }

    @Override
    public String toString() {
        return "Session of " + caller.actor();
    }
}
