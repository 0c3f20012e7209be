package org.tieline.http;

import java.io.IOException;

/** The body of a request is larger than {@code max.body.bytes} and the path's {@link BodyLimit}. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super("The body may have at most " + limit + " bytes.");
    }
}
