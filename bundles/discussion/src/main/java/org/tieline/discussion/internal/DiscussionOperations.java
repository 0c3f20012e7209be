package org.tieline.discussion.internal;

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

/** What can be done with what goes with records; asked for the record's center. */
@Component
public final class DiscussionOperations implements OperationSet {
    /** Reading comments and files, and watching. */
    public static final Operation DISCUSSION_READ = Operation.of("discussion.read", Role.values());

    /** Commenting and adding files; withdrawing and removing one's own. */
    public static final Operation DISCUSSION_WRITE =
            Operation.of(
                    "discussion.write",
                    STAFF,
                    CHANGE_MANAGER,
                    CENTER_MANAGER,
                    ADMINISTRATOR,
                    COORDINATOR);

    /** Withdrawing and removing what others added. */
    public static final Operation DISCUSSION_MODERATE =
            Operation.of("discussion.moderate", CENTER_MANAGER, ADMINISTRATOR);

    @Override
    public List<Operation> operations() {
        return List.of(DISCUSSION_READ, DISCUSSION_WRITE, DISCUSSION_MODERATE);
    }
}
