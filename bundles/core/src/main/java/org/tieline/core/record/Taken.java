package org.tieline.core.record;

import org.jooq.exception.DataAccessException;
import org.tieline.api.error.Conflict;

/** Turns a broken unique key into the refusal that people can read. */
public final class Taken {
    private static final String UNIQUE_VIOLATION = "23505";

    private Taken() {}

    /**
     * @throws Conflict if what {@code insert} writes has a key that another row has
     */
    public static void otherwise(String message, Runnable insert) {
        try {
            insert.run();
        } catch (DataAccessException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                throw new Conflict(message);
            }
            throw e;
        }
    }
}
