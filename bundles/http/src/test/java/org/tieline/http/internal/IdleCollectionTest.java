package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdleCollectionTest {
    private static final long MIB = 1L << 20;

    private long processorNanos;
    private long committed = 200 * MIB;
    private int collections;
    private final IdleCollection idle =
            new IdleCollection(
                    () -> processorNanos,
                    () -> committed,
                    () -> {
                        collections++;
                        committed = 120 * MIB;
                    },
                    Duration.ofSeconds(30));

    private void after(Duration used) {
        processorNanos += used.toNanos();
        idle.look();
    }

    @Test
    void whileMuchIsDoneNothingIsCollected() {
        after(Duration.ofSeconds(2));
        after(Duration.ofSeconds(20));
        assertThat(collections).isZero();
    }

    @Test
    void whenLittleIsDoneItIsCollectedOnceAndAgainOnlyAfterTheHeapHasGrown() {
        after(Duration.ofMillis(500));
        after(Duration.ofMillis(500));
        committed = 130 * MIB;
        after(Duration.ofMillis(500));
        assertThat(collections).isEqualTo(1);
        committed = 300 * MIB;
        after(Duration.ofSeconds(20));
        assertThat(collections).isEqualTo(1);
        after(Duration.ofMillis(500));
        assertThat(collections).isEqualTo(2);
    }
}
