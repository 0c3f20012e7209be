package org.tieline.api.change;

import java.util.Objects;
import java.util.Set;
import org.tieline.api.access.Role;

/**
 * A change authority whose agreement a change needs.
 *
 * @param name what it is called, such as {@code Change advisory board}
 * @param roles a vote counts if its voter holds one of these in the center
 * @param quorum how many different people must approve, at least 1
 */
public record Authority(String name, Set<Role> roles, int quorum) {
    public Authority {
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
        if (quorum < 1) {
            throw new IllegalArgumentException("quorum must be at least 1, but is " + quorum);
        }
    }
}
