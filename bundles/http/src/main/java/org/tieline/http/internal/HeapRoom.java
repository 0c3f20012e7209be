package org.tieline.http.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Decides how much of the heap may be free. Little, as long as that does not make the collector
 * spend much of a minute on collecting all of it; much while a lot is kept for a while, as in an
 * import. Not thread-safe.
 */
final class HeapRoom {
    private static final double OFTEN = 0.04;
    private static final double SELDOM = 0.005;
    private static final int ROUNDS = 12;

    private final Duration round;
    private final Limits little;
    private final Limits much;
    private final Deque<Long> before = new ArrayDeque<>(List.of(0L));
    private boolean roomy;

    /**
     * How many hundredths of the old generation are free after a collection of all of it.
     *
     * @param least it grows until so many are
     * @param most it shrinks until no more are
     */
    record Limits(int least, int most) {}

    /**
     * @param round how often it is asked
     */
    HeapRoom(Duration round, Limits little, Limits much) {
        this.round = round;
        this.little = little;
        this.much = much;
    }

    /**
     * @param millis what the collections of the whole heap have taken since the start
     */
    Limits limits(long millis) {
        long since = before.size() > ROUNDS ? before.removeFirst() : before.getFirst();
        before.addLast(millis);
        double share = (double) (millis - since) / round.multipliedBy(ROUNDS).toMillis();
        if (share > OFTEN) {
            roomy = true;
        } else if (share < SELDOM) {
            roomy = false;
        }
        return roomy ? much : little;
    }
}
