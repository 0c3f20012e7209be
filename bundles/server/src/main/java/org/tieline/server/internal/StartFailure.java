package org.tieline.server.internal;

/** Why the server cannot listen, in one sentence for whoever starts it, and how to put it right. */
final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailure(String sentence) {
        super(sentence);
    }

    StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
