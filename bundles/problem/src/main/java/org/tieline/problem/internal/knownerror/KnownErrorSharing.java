package org.tieline.problem.internal.knownerror;

import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.COORDINATOR;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;

/** The right to show known errors to other centers. */
@Component
public final class KnownErrorSharing implements OperationSet {
    static final Operation SHARE = Operation.of("known-error.share", CENTER_MANAGER, COORDINATOR);

    @Override
    public List<Operation> operations() {
        return List.of(SHARE);
    }
}
