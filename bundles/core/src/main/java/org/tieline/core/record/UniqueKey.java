package org.tieline.core.record;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.tieline.api.error.Conflict;

/** Turns a broken unique key into the refusal that people can read. */
public final class UniqueKey {
    private static final String UNIQUE_VIOLATION = "23505";

    private UniqueKey() {}

    /**
     * @throws Conflict if what {@code insert} writes has a key that another row has
     */
    public static void orConflict(String message, Runnable insert) {
        try {
            insert.run();
        } catch (DataAccessException e) {
            if (violates(e.getCause(SQLException.class))) {
                throw new Conflict(message);
            }
            throw e;
        }
    }

    /** What was written as a batch tells the reason behind the first one only. */
    private static boolean violates(SQLException first) {
        for (SQLException e = first; e != null; e = e.getNextException()) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
