package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {
    private final OpenRequests openRequests = new OpenRequests();

    @Test
    void aStopWaitsForWhatIsRunningAndLetsNothingNewBegin() throws Exception {
        assertThat(openRequests.begin(false)).isTrue();
        CompletableFuture<Boolean> stop = CompletableFuture.supplyAsync(this::drain);
        while (openRequests.begin(false)) {
            openRequests.end();
            Thread.onSpinWait();
        }
        assertThat(stop).isNotDone();
        openRequests.end();
        assertThat(stop.get()).isTrue();
    }

    private boolean drain() {
        try {
            return openRequests.drain(Duration.ofMinutes(5));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStopDoesNotWaitForEver() throws Exception {
        openRequests.begin(false);
        assertThat(openRequests.drain(Duration.ofMillis(1))).isFalse();
        assertThat(openRequests.count()).isEqualTo(1);
    }
}
