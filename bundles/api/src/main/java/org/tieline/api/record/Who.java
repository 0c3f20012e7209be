package org.tieline.api.record;

import java.util.Objects;
import org.tieline.api.access.Actor;

/**
 * A person or service account.
 *
 * @param id the id
 * @param name the name to show, as it was at that time
 */
public record Who(String id, String name) implements Named {
    public Who {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** Returns whom the journal names for what somebody does. */
    public static Who of(Actor actor) {
        return new Who(actor.id(), actor.name());
    }
}
