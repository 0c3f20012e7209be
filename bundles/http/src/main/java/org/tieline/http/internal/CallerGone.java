package org.tieline.http.internal;

import java.io.IOException;

/** The caller broke off before the answer was sent. */
final class CallerGone extends IOException {
    private static final long serialVersionUID = 1L;

    CallerGone(IOException cause) {
        super("The caller broke off", cause);
    }

    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallerGone) {
                return true;
            }
        }
        return false;
    }
}
