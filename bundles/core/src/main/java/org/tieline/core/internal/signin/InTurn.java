package org.tieline.core.internal.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tieline.api.error.TooMany;

/**
 * Lets attempts at the same sign-in from the same origin pass one after the other: many at once
 * would otherwise be made before the first of them counts.
 */
final class InTurn {
    private static final int STRIPES = 256;
    private static final int WAIT_SECONDS = 2;

    private final Semaphore[] stripes =
            Stream.generate(() -> new Semaphore(1, true)).limit(STRIPES).toArray(Semaphore[]::new);

    /**
     * @throws TooMany if others take too long
     */
    <T> T in(String key, Supplier<T> attempt) {
        Semaphore turn = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        boolean mine = false;
        try {
            mine = turn.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (mine) {
                return attempt.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                turn.release();
            }
        }
        throw new TooMany(
                "Somebody is signing in with this name at this moment. Try again in a few seconds.",
                Duration.ofSeconds(5));
    }
}
