package org.tieline.core.internal.signin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.signin.Origin;

/** Makes the caller of a request. */
final class Callers {
    private Callers() {}

    static Caller of(Person person, Origin origin) {
        return of(
                person.id(),
                person.facts().name(),
                person.facts().roles(),
                Optional.empty(),
                origin);
    }

    static Caller of(
            String id,
            String name,
            Collection<RoleGrant> roles,
            Optional<Set<String>> scopes,
            Origin origin) {
        return new Caller(
                new Actor(
                        id,
                        name,
                        origin.via(),
                        Optional.of(origin.address()),
                        Optional.of(origin.request())),
                roles.stream()
                        .collect(groupingBy(RoleGrant::center, mapping(RoleGrant::role, toSet()))),
                scopes,
                Optional.empty());
    }

    static Caller anonymous(Origin origin) {
        return Caller.anonymous(
                origin.via(), Optional.of(origin.address()), Optional.of(origin.request()));
    }
}
