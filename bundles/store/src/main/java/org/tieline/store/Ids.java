package org.tieline.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Makes the ids of records that people do not name themselves. */
public final class Ids {
    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /**
     * Returns a new UUID of version 7 (RFC 9562) as 36 lower-case characters. Those of one process
     * sort in the order they were made. Thread-safe.
     */
    public static String next() {
        return GENERATOR.generate().toString();
    }
}
