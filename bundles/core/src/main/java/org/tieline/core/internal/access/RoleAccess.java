package org.tieline.core.internal.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;

/** Decides by the roles that the caller holds in the center and by the scopes of the token. */
@Component
public final class RoleAccess implements Access {
    /** In a token's scopes: all that the account's roles allow. */
    private static final String ALL = "*";

    private final Refusals refusals;

    @Activate
    public RoleAccess(@Reference Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void require(Caller caller, Operation operation, String center, RecordRef record) {
        if (allows(caller, operation, center)) {
            return;
        }
        refusals.journal(caller, operation, center, record);
        if (!belongs(caller, center)) {
            throw new NotFound(record);
        }
        Forbidden forbidden = new Forbidden(operation);
        throw center.equals(Caller.EVERYWHERE)
                ? new Forbidden(
                        operation,
                        forbidden.getMessage()
                                + " The role must be held for the whole installation.")
                : forbidden;
    }

    @Override
    public boolean allows(Caller caller, Operation operation, String center) {
        return inScope(caller, operation) && anyOf(operation, caller.rolesIn(center));
    }

    @Override
    public Reach reach(Caller caller, Operation operation) {
        if (!inScope(caller, operation)) {
            return new Reach(false, Set.of());
        }
        if (anyOf(operation, caller.rolesIn(Caller.EVERYWHERE))) {
            return Reach.EVERYWHERE;
        }
        return new Reach(
                false,
                caller.roles().entrySet().stream()
                        .filter(held -> anyOf(operation, held.getValue()))
                        .map(held -> held.getKey())
                        .collect(Collectors.toSet()));
    }

    private static boolean belongs(Caller caller, String center) {
        return center.equals(Caller.EVERYWHERE)
                ? !caller.roles().isEmpty()
                : !caller.rolesIn(center).isEmpty();
    }

    private static boolean inScope(Caller caller, Operation operation) {
        return caller.scopes()
                .map(scopes -> scopes.contains(ALL) || scopes.contains(operation.name()))
                .orElse(true);
    }

    private static boolean anyOf(Operation operation, Set<Role> held) {
        return held.stream().anyMatch(operation.roles()::contains);
    }
}
