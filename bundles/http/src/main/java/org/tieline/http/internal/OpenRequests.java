package org.tieline.http.internal;

import java.time.Duration;

/** The requests under way: once stopping, they finish and no new one begins. */
final class OpenRequests {
    private int count;
    private boolean stopping;

    /**
     * Tells whether a request may begin; if so, {@link #end} must follow.
     *
     * @param admitted whether it came before the stop, and only its body took longer
     */
    synchronized boolean begin(boolean admitted) {
        if (stopping && !admitted) {
            return false;
        }
        count++;
        return true;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    synchronized int count() {
        return count;
    }

    /** Lets no request begin any more; returns true if those under way finished in this time. */
    synchronized boolean drain(Duration atMost) throws InterruptedException {
        stopping = true;
        long end = System.nanoTime() + atMost.toNanos();
        while (count > 0) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }
}
