package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunningTest {
    private final Running running = new Running();

    @Test
    void aStopWaitsForWhatIsRunningAndLetsNothingNewBegin() throws Exception {
        assertThat(running.begin(false)).isTrue();
        CompletableFuture<Boolean> stop = CompletableFuture.supplyAsync(this::drain);
        while (running.begin(false)) {
            running.end();
            Thread.onSpinWait();
        }
        assertThat(stop).isNotDone();
        running.end();
        assertThat(stop.get()).isTrue();
    }

    private boolean drain() {
        try {
            return running.drain(Duration.ofMinutes(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStopDoesNotWaitForEver() throws Exception {
        running.begin(false);
        assertThat(running.drain(Duration.ofMillis(1))).isFalse();
        assertThat(running.count()).isEqualTo(1);
    }
}
