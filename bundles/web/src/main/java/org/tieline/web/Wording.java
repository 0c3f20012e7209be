package org.tieline.web;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The plain words of one bundle for what its records, its journal lines and its rights spell;
 * registered as an OSGi service. What nobody has words for is shown as it is spelled, with spaces
 * in place of hyphens.
 */
@ConsumerType
public interface Wording {
    /** Names of fields in words, by the name as the API spells it. */
    default Map<String, String> fields() {
        return Map.of();
    }

    /** Values of fields in words, by the value as the API spells it. */
    default Map<String, String> values() {
        return Map.of();
    }

    /**
     * What was done to a kind of record, as the history of what it belongs to tells it, such as
     * "commented" for {@code comment.created}: kind and action as the journal spells them.
     */
    default Map<String, String> actions() {
        return Map.of();
    }

    /** What a right allows, such as "Change centers", by the operation's name. */
    default Map<String, String> operations() {
        return Map.of();
    }
}
