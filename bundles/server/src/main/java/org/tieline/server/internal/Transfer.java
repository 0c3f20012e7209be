package org.tieline.server.internal;

/** Bytes on their way from or to a caller. {@link Transfers} guards what it knows of each. */
abstract class Transfer {
    private boolean waiting;
    private long held;

    /** Since when it waits; how long it waited before that, and how much had moved then. */
    private long since;

    private long waited;
    private long before;

    /** When it moved last, and how many bytes had moved by then. */
    private long progressed;

    private long seen;

    /** How many bytes the caller has sent or taken so far. Any thread. */
    abstract long moved();

    /** Ends it for being too slow. Returns at once. */
    abstract void cut();

    /** It waits for the caller from this time on. */
    final void waits(long now) {
        if (!waiting) {
            waiting = true;
            since = now;
            progressed = now;
            seen = moved();
        }
    }

    final void rests(long now) {
        if (waiting) {
            waiting = false;
            waited += now - since;
        }
    }

    final boolean waiting() {
        return waiting;
    }

    final long progressed() {
        return progressed;
    }

    final void hold(long bytes) {
        held += bytes;
    }

    final long held() {
        return held;
    }

    /** Notes how far it is. */
    final void look(long now) {
        long moved = moved();
        if (moved > seen) {
            seen = moved;
            progressed = now;
        }
    }

    /**
     * Tells whether its caller has been slower than so many bytes a second for as long as is
     * allowed. Only the time counts in which it waited for the caller.
     *
     * @param patience nanoseconds
     */
    final boolean tooSlow(long now, int leastRate, long patience) {
        long whole = waited + (waiting ? now - since : 0);
        if (whole < patience) {
            return false;
        }
        look(now);
        boolean slow = waiting && (seen - before) * 1e9 < (double) leastRate * whole;
        since = now;
        waited = 0;
        before = seen;
        return slow;
    }
}
