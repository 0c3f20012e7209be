package org.tieline.core.internal.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Counts failures by a key, such as a network address, within a sliding window. Each node counts
 * for itself; the {@value #MAX_KEYS} keys that were seen last are remembered.
 */
final class AddressThrottle {
    private static final int MAX_KEYS = 10_000;

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Cache<String, Deque<Instant>> failures =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

    AddressThrottle(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = clock;
    }

    /** Tells how long the key has to wait, if it has failed too often. */
    Optional<Duration> wait(String key) {
        Deque<Instant> times = failures.getIfPresent(key);
        if (times == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        synchronized (times) {
            drop(times, now);
            return times.size() < most
                    ? Optional.empty()
                    : Optional.of(Duration.between(now, times.peekFirst().plus(window)));
        }
    }

    void failed(String key) {
        Deque<Instant> times = failures.get(key, any -> new ArrayDeque<>(most));
        Instant now = clock.instant();
        synchronized (times) {
            drop(times, now);
            if (times.size() < most) {
                times.addLast(now);
            }
        }
    }

    private void drop(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.peekFirst().plus(window).isAfter(now)) {
            times.removeFirst();
        }
    }
}
