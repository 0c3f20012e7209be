package org.tieline.api.access;

import java.util.Objects;
import java.util.Set;

/**
 * Something that can be done, and which roles may do it. A capability declares its operations as
 * constants and offers them as an {@link OperationSet}, so that tokens can be limited to them.
 *
 * @param name noun and verb, such as {@code center.edit}
 * @param roles the roles that may; the caller must hold one of them in the center concerned
 */
public record Operation(String name, Set<Role> roles) {
    public Operation {
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
    }

    public static Operation of(String name, Role... roles) {
        return new Operation(name, Set.of(roles));
    }
}
