package org.tieline.change.internal.demo;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;

/** The people of a demonstration center, who write, approve and do its changes themselves. */
final class CenterStaff {
    private final List<Person> people;
    private final String center;

    CenterStaff(People all, Caller caller, String center) {
        this.center = center;
        people =
                all.list(
                                caller,
                                Optional.of(center),
                                Optional.empty(),
                                new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                        .items();
    }

    Person person(Role role) {
        return people.stream()
                .filter(person -> person.facts().roles().contains(new RoleGrant(center, role)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Nobody is " + role + " in " + center));
    }

    /** Who holds a role, acting. */
    Caller as(Role role) {
        Person person = person(role);
        Map<String, Set<Role>> roles = new HashMap<>();
        for (RoleGrant grant : person.facts().roles()) {
            roles.computeIfAbsent(grant.center(), any -> EnumSet.noneOf(Role.class))
                    .add(grant.role());
        }
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
