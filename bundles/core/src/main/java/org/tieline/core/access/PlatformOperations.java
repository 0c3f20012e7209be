package org.tieline.core.access;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.COORDINATOR;
import static org.tieline.api.access.Role.STAFF;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Operation;
import org.tieline.api.access.OperationSet;
import org.tieline.api.access.Role;

/** What can be done with centers, people, accounts, positions, the journal and the system. */
@Component
public final class PlatformOperations implements OperationSet {
    public static final Operation CENTER_READ = Operation.of("center.read", Role.values());

    /** Asked for the installation: {@link org.tieline.api.access.Caller#EVERYWHERE}. */
    public static final Operation CENTER_CREATE = Operation.of("center.create", ADMINISTRATOR);

    public static final Operation CENTER_EDIT =
            Operation.of("center.edit", CENTER_MANAGER, ADMINISTRATOR);

    /** Opening and closing a center; asked for the installation. */
    public static final Operation CENTER_STATE = Operation.of("center.state", ADMINISTRATOR);

    public static final Operation CENTER_DIRECTORY =
            Operation.of("center.directory", Role.values());
    public static final Operation PERSON_READ =
            Operation.of(
                    "person.read",
                    STAFF,
                    CHANGE_MANAGER,
                    CENTER_MANAGER,
                    ADMINISTRATOR,
                    COORDINATOR);

    /** Adding, changing, inviting and unlocking people. */
    public static final Operation PERSON_EDIT =
            Operation.of("person.edit", CENTER_MANAGER, ADMINISTRATOR);

    public static final Operation ACCOUNT_READ =
            Operation.of("account.read", CENTER_MANAGER, ADMINISTRATOR);

    /** Adding and changing service accounts, issuing and revoking their tokens. */
    public static final Operation ACCOUNT_EDIT =
            Operation.of("account.edit", CENTER_MANAGER, ADMINISTRATOR);

    public static final Operation POSITION_READ =
            Operation.of("position.read", CENTER_MANAGER, ADMINISTRATOR);
    public static final Operation POSITION_EDIT =
            Operation.of("position.edit", CENTER_MANAGER, ADMINISTRATOR);

    /** Listing, exporting and verifying. */
    public static final Operation JOURNAL_READ =
            Operation.of("journal.read", CENTER_MANAGER, ADMINISTRATOR);

    /** Asked for the installation. */
    public static final Operation SYSTEM_HEALTH = Operation.of("system.health", ADMINISTRATOR);

    /** Asked for the installation. */
    public static final Operation SYSTEM_METRICS = Operation.of("system.metrics", ADMINISTRATOR);

    public static final Operation OPERATIONS_READ = Operation.of("operations.read", Role.values());

    @Override
    public List<Operation> operations() {
        return List.of(
                CENTER_READ,
                CENTER_CREATE,
                CENTER_EDIT,
                CENTER_STATE,
                CENTER_DIRECTORY,
                PERSON_READ,
                PERSON_EDIT,
                ACCOUNT_READ,
                ACCOUNT_EDIT,
                POSITION_READ,
                POSITION_EDIT,
                JOURNAL_READ,
                SYSTEM_HEALTH,
                SYSTEM_METRICS,
                OPERATIONS_READ);
    }
}
