package org.tieline.api.change;

import java.util.Objects;
import org.tieline.api.record.Named;

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
}
