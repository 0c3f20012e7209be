package org.tieline.core.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;

/** What people may do who do not ask themselves: for deciding what they are told. */
public final class Rights {
    private Rights() {}

    /**
     * Returns a person as a caller with the roles they hold; none if they have left.
     *
     * @param person as the program itself reads them, with all their roles
     */
    public static Caller of(Person person) {
        Map<String, Set<Role>> roles =
                person.facts().active()
                        ? person.facts().roles().stream()
                                .collect(
                                        groupingBy(
                                                RoleGrant::center,
                                                mapping(RoleGrant::role, toSet())))
                        : Map.of();
        return new Caller(
                new Actor(
                        person.id(),
                        person.facts().name(),
                        Via.SYSTEM,
                        Optional.empty(),
                        Optional.empty()),
                roles,
                Optional.empty(),
                Optional.empty());
    }
}
