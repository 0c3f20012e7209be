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
    /**
     * Names of the fields of one kind of record in words, as its history and the audit trail show
     * them, by the name as the journal spells it. Where a bundle has words for a kind, no other
     * kind's words are used for it: a lesson's title is not called what a change's is.
     *
     * @param kind the kind of record, as the journal spells it
     * @return empty for kinds that are not this bundle's
     */
    default Map<String, String> fields(String kind) {
        return Map.of();
    }

    /**
     * Names of fields in words, by the name as the API spells it, wherever no kind of record is
     * known, as in an error; and for kinds that no bundle has words for.
     */
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
