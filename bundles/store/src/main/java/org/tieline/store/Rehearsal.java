package org.tieline.store;

import java.util.concurrent.Callable;

/**
 * Writes without writing: what the work of a rehearsal writes on its own thread is done to the end,
 * journal lines included, and then rolled back. Nothing that was to follow a commit follows. For
 * warming up.
 */
public final class Rehearsal {
    private static final ThreadLocal<Boolean> REHEARSING = new ThreadLocal<>();

    private Rehearsal() {}

    /** Does the work, and returns what it returned. */
    public static <T> T of(Callable<T> work) throws Exception {
        boolean outermost = REHEARSING.get() == null;
        REHEARSING.set(true);
        try {
            return work.call();
        } finally {
            if (outermost) {
                REHEARSING.remove();
            }
        }
    }

    /** Tells whether this thread rehearses. */
    public static boolean running() {
        return REHEARSING.get() != null;
    }
}
