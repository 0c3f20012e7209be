package org.tieline.api.person;

import java.util.Objects;
import java.util.Set;

/**
 * What is said of a machine that calls the API.
 *
 * @param name 1 to 120 characters, unique in its center
 * @param center id of the center it belongs to, or {@link org.tieline.api.access.Caller#EVERYWHERE}
 * @param active false: none of its tokens counts
 * @param roles the roles held; who may grant which is ruled as for people
 */
public record ServiceAccountDraft(
        String name, String center, boolean active, Set<RoleGrant> roles) {
    public ServiceAccountDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(center, "center");
        roles = Set.copyOf(roles);
    }
}
