package org.tieline.http.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides when the heap is given back: the collector shrinks it only when it collects all of it,
 * which it does not do while nothing happens. Not thread-safe.
 */
final class IdleCollection {
    /** A twentieth of one core. */
    private static final double BUSY = 0.05;

    private static final long WORTH_IT = 16L << 20;

    private final LongSupplier processorNanos;
    private final LongSupplier committedBytes;
    private final Runnable collect;
    private final Duration round;
    private long processorBefore;
    private long committedBefore;

    /**
     * @param processorNanos what the process has used of all cores
     * @param committedBytes what the heap takes of the system's memory
     * @param collect collects the whole heap
     * @param round how often it is asked
     */
    IdleCollection(
            LongSupplier processorNanos,
            LongSupplier committedBytes,
            Runnable collect,
            Duration round) {
        this.processorNanos = processorNanos;
        this.committedBytes = committedBytes;
        this.collect = collect;
        this.round = round;
        this.processorBefore = processorNanos.getAsLong();
    }

    /** Collects if little was done since the last round, and the heap has grown since it did. */
    void look() {
        long processor = processorNanos.getAsLong();
        boolean idle = processor - processorBefore < round.toNanos() * BUSY;
        processorBefore = processor;
        if (idle && committedBytes.getAsLong() - committedBefore >= WORTH_IT) {
            collect.run();
            committedBefore = committedBytes.getAsLong();
            processorBefore = processorNanos.getAsLong();
        }
    }
}
