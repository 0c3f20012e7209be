package org.tieline.http;

import java.io.IOException;

/** A request's body ended before its announced end. */
public final class BodyBroken extends IOException {
    private static final long serialVersionUID = 1L;

    public BodyBroken(IOException cause) {
        super("The body ended early. Send as much as the headers announce.", cause);
    }
}
