package org.tieline.rest.testing;

import java.util.Map;
import java.util.Optional;
import org.tieline.api.access.Role;

/**
 * What a capability adds to the walk of every role through every operation: a role table of its
 * own, and a record with requests about it. Found by {@link java.util.ServiceLoader}.
 */
public interface Sample {
    /** Makes a record and returns its id. */
    interface Maker {
        /** As an administrator. */
        String made(String path, Map<String, Object> body);

        /** As somebody who holds a role in the center. */
        String madeBy(Role role, String path, Map<String, Object> body);
    }

    /**
     * A request that is right.
     *
     * @param path what follows {@code /api/v1}
     * @param headers more than the walk sends by itself: who asks, If-Match, and JSON as the type
     */
    record Request(String path, Optional<String> body, Map<String, String> headers) {}

    /** The name of the role table on the class path, such as {@code /role-table-assets.csv}. */
    String table();

    /** Makes a record in a center and returns its id. */
    String make(String center, Maker maker);

    /**
     * @param operation method and path as the role table spells them
     * @param id what {@link #make} returned
     */
    Request request(String operation, String center, String id);
}
