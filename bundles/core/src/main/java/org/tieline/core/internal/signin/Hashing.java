package org.tieline.core.internal.signin;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tieline.api.error.TooMany;

/**
 * Hashes passwords and compares them, no more at a time than there are cores: each takes {@link
 * HashCost#memory()} and a core for a part of a second, and a flood must not take the machine.
 */
final class Hashing {
    private static final int WAIT_SECONDS = 10;

    private final HashCost cost;
    private final PasswordHash nobodys;
    private final Semaphore running =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    Hashing(HashCost cost) {
        this.cost = cost;
        this.nobodys = PasswordHash.ofNobody(cost);
    }

    String hash(String password) {
        return limited(() -> PasswordHash.of(password, cost).text());
    }

    boolean matches(String password, String hash) {
        return limited(() -> PasswordHash.parse(hash).matches(password));
    }

    /** Takes as long as comparing with somebody's password. */
    void compareWithNobodys(String password) {
        limited(() -> nobodys.matches(password));
    }

    boolean isOutdated(String hash) {
        return cost.exceeds(PasswordHash.parse(hash).cost());
    }

    private <T> T limited(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
            if (mine) {
                return work.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                running.release();
            }
        }
        throw new TooMany(
                "Too many people are signing in at this moment. Try again in a few seconds.",
                Duration.ofSeconds(5));
    }
}
