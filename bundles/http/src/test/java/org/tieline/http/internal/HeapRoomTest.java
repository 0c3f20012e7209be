package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeapRoomTest {
    private static final HeapRoom.Limits LITTLE = new HeapRoom.Limits(15, 30);
    private static final HeapRoom.Limits MUCH = new HeapRoom.Limits(40, 70);

    private final HeapRoom room = new HeapRoom(Duration.ofSeconds(5), LITTLE, MUCH);
    private long millis;

    private HeapRoom.Limits after(long collecting) {
        millis += collecting;
        return room.limits(millis);
    }

    @Test
    void aHeapThatIsCollectedNowAndThenKeepsLittleRoom() {
        assertThat(after(180)).isEqualTo(LITTLE);
        assertThat(after(0)).isEqualTo(LITTLE);
        assertThat(after(150)).isEqualTo(LITTLE);
    }

    @Test
    void oneLongCollectionInAMinuteIsNotOften() {
        assertThat(after(600)).isEqualTo(LITTLE);
        assertThat(after(700)).isEqualTo(LITTLE);
    }

    @Test
    void aHeapThatIsCollectedTooOftenGetsRoomUntilItHasBeenCalmForAMinute() {
        assertThat(after(2_500)).isEqualTo(MUCH);
        assertThat(after(500)).isEqualTo(MUCH);
        for (int i = 0; i < 12; i++) {
            assertThat(after(0)).isEqualTo(MUCH);
        }
        assertThat(after(0)).isEqualTo(LITTLE);
    }
}
