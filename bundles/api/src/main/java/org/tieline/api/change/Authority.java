package org.tieline.api.change;

import java.util.Objects;
import java.util.Set;
import org.tieline.api.access.Role;
import org.tieline.api.record.Attribute;

/**
 * A change authority whose agreement a change needs.
 *
 * @param name what it is called, such as {@code Change advisory board}
 * @param roles a vote counts if its voter holds one of these in the center
 * @param quorum how many different people must approve, at least 1
 */
public record Authority(
        @Attribute(
                        label = "Approved by",
                        hint = "Such as County board.",
                        name = "authority",
                        max = 120)
                String name,
        @Attribute(label = "Roles that vote", required = true) Set<Role> roles,
        @Attribute(label = "Number of people", from = 1, to = 20) int quorum) {
    public Authority {
        Objects.requireNonNull(name, "name");
        roles = Set.copyOf(roles);
        if (quorum < 1) {
            throw new IllegalArgumentException("quorum must be at least 1, but is " + quorum);
        }
    }
}
