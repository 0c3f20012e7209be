package org.tieline.change.internal.freeze;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** What can be done with freezes. */
@Component
public final class FreezeOperations implements OperationSet {
    public static final Operation FREEZE_READ = Operation.of("freeze.read", Role.values());

    /** Those of all centers ask for it for the installation. */
    public static final Operation FREEZE_EDIT =
            Operation.of("freeze.edit", CENTER_MANAGER, ADMINISTRATOR);

    @Override
    public List<Operation> operations() {
        return FreezeTable.TYPE.operations();
    }
}
