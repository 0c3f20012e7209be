package org.tieline.api.discussion;

import java.util.Objects;

/**
 * Who added something.
 *
 * @param id id of the person or service account
 * @param name the name as it was then
 */
public record Author(String id, String name) {
    public Author {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
