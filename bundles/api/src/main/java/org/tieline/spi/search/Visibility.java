package org.tieline.spi.search;

import java.util.Objects;
import java.util.Set;
import org.tieline.api.access.Operation;

/**
 * Who may find a record: whoever may do the operation in one of the centers.
 *
 * @param operation usually the one that reading the record asks for
 * @param centers ids of centers; {@link org.tieline.api.access.Caller#EVERYWHERE} for what belongs
 *     to the installation
 * @param anywhere true to admit whoever may do the operation in any center at all
 */
public record Visibility(Operation operation, Set<String> centers, boolean anywhere) {
    public Visibility {
        Objects.requireNonNull(operation, "operation");
        centers = Set.copyOf(centers);
    }

    /** Those who may do it in this center. */
    public static Visibility in(String center, Operation operation) {
        return new Visibility(operation, Set.of(center), false);
    }

    /** Those who may do it in one of these centers. */
    public static Visibility in(Set<String> centers, Operation operation) {
        return new Visibility(operation, centers, false);
    }

    /** Those who may do it in any center. */
    public static Visibility anywhere(Operation operation) {
        return new Visibility(operation, Set.of(), true);
    }
}
