package org.tieline.core.internal.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;

/**
 * Treats logins that nobody has as if somebody had them: they lock after as many failures and stay
 * locked, so that the lock does not tell which logins exist. Kept in memory, the last 10,000.
 */
final class UnknownLogins {
    private final AddressThrottle failures;
    private final Cache<String, Boolean> locked = Caffeine.newBuilder().maximumSize(10_000).build();

    UnknownLogins(SignInSettings settings, Clock clock) {
        failures = new AddressThrottle(settings.lockFailures(), settings.lockWindow(), clock);
    }

    /** Counts a failure; true if the sign-in is locked now. */
    boolean failed(String key) {
        failures.failed(key);
        if (failures.wait(key).isPresent()) {
            locked.put(key, true);
        }
        return locked.getIfPresent(key) != null;
    }
}
