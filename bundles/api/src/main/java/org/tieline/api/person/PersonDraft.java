package org.tieline.api.person;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of a person.
 *
 * @param login the name to sign in with, unique whatever the case: 2 to 60 letters, digits, dots,
 *     hyphens, underscores and at signs
 * @param name the name to show, 1 to 120 characters
 * @param email where notices go
 * @param center id of the home center, or {@link org.tieline.api.access.Caller#EVERYWHERE} for
 *     those who look after the installation
 * @param active false for who has left: cannot sign in, stays in the records
 * @param roles the roles held
 */
public record PersonDraft(
        String login,
        String name,
        Optional<String> email,
        String center,
        boolean active,
        Set<RoleGrant> roles) {
    public PersonDraft {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(center, "center");
        roles = Set.copyOf(roles);
    }
}
