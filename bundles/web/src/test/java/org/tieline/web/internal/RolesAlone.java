package org.tieline.web.internal;

import java.util.stream.Collectors;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;

/** Decides by the roles that the caller holds, and by nothing else. */
final class RolesAlone implements Access {
    @Override
    public void require(Caller caller, Operation operation, String center, RecordRef record) {
        if (caller.rolesIn(center).isEmpty()) {
            throw new NotFound(record);
        }
        if (!allows(caller, operation, center)) {
            throw new Forbidden(operation);
        }
    }

    @Override
    public boolean allows(Caller caller, Operation operation, String center) {
        return caller.rolesIn(center).stream().anyMatch(operation.roles()::contains);
    }

    @Override
    public Reach reach(Caller caller, Operation operation) {
        return allows(caller, operation, Caller.EVERYWHERE)
                ? Reach.EVERYWHERE
                : new Reach(
                        false,
                        caller.roles().keySet().stream()
                                .filter(center -> allows(caller, operation, center))
                                .collect(Collectors.toSet()));
    }
}
