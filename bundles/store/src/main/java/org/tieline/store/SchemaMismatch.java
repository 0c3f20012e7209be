package org.tieline.store;

/** The tables and the program do not belong together; the message says what to do. */
public final class SchemaMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SchemaMismatch(String message) {
        super(message);
    }
}
