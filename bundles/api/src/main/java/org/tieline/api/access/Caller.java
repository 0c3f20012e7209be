package org.tieline.api.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who calls, with the rights they hold at this moment. Every service takes one as its first
 * argument and asks {@link Access} with it. Immutable; made anew for each request.
 *
 * @param actor who, and by which way
 * @param roles the roles held, by center id; under {@link #EVERYWHERE} those held in every center
 * @param scopes names of the operations that a token is limited to; empty when not limited
 * @param idempotency the caller's key for this write, if they gave one
 */
public record Caller(
        Actor actor,
        Map<String, Set<Role>> roles,
        Optional<Set<String>> scopes,
        Optional<Idempotency> idempotency) {

    /** Stands in place of a center's id for the whole installation. No center can have this id. */
    public static final String EVERYWHERE = "*";

    /** The id of whoever has not signed in. */
    public static final String ANONYMOUS = "anonymous";

    public Caller {
        Objects.requireNonNull(actor, "actor");
        roles =
                roles.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, held -> Set.copyOf(held.getValue())));
        scopes = scopes.map(Set::copyOf);
        Objects.requireNonNull(idempotency, "idempotency");
    }

    /** The program itself, acting by its own rules; may do everything. */
    public static Caller system(String name) {
        return inside(name, Via.SYSTEM);
    }

    /** Whoever can open the machine's own console; may do everything. */
    public static Caller shell() {
        return inside("shell", Via.SHELL);
    }

    /** Somebody who has not signed in; holds no role. */
    public static Caller anonymous(Via via, Optional<String> address, Optional<String> request) {
        return new Caller(
                new Actor(ANONYMOUS, ANONYMOUS, via, address, request),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Caller inside(String name, Via via) {
        return new Caller(
                new Actor(name, name, via, Optional.empty(), Optional.empty()),
                Map.of(EVERYWHERE, EnumSet.allOf(Role.class)),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the roles held in a center, those held everywhere included. */
    public Set<Role> rolesIn(String center) {
        EnumSet<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(roles.getOrDefault(EVERYWHERE, Set.of()));
        held.addAll(roles.getOrDefault(center, Set.of()));
        return held;
    }

    /** Returns this caller for one write that must happen once. */
    public Caller once(Idempotency write) {
        return new Caller(actor, roles, scopes, Optional.of(write));
    }
}
