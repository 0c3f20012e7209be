package org.tieline.api.person;

import java.util.Objects;
import org.tieline.api.access.Role;

/**
 * A role held in a center.
 *
 * @param center the center's id, or {@link org.tieline.api.access.Caller#EVERYWHERE}
 * @param role the role
 */
public record RoleGrant(String center, Role role) {
    public RoleGrant {
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(role, "role");
    }
}
