package org.tieline.change.internal.record;

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

/** What can be done with changes and their models. */
@Component
public final class ChangeOperations implements OperationSet {
    public static final Operation CHANGE_READ = Operation.of("change.read", Role.values());

    /** Writing a change, editing and submitting it while it is a draft. */
    public static final Operation CHANGE_DRAFT =
            Operation.of("change.draft", STAFF, CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Editing a change later, scheduling, withdrawing and cancelling it. */
    public static final Operation CHANGE_PLAN =
            Operation.of("change.plan", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Voting; which roles count for a change is said by its authorities. */
    public static final Operation CHANGE_VOTE =
            Operation.of("change.vote", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR, COORDINATOR);

    /** Starting, holding, backing out, finishing; steps and test calls. */
    public static final Operation CHANGE_RUN =
            Operation.of("change.run", STAFF, CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Reviewing and closing. */
    public static final Operation CHANGE_CLOSE =
            Operation.of("change.close", CHANGE_MANAGER, CENTER_MANAGER);

    /** Seeing who must agree to what, and what a center added to that. */
    public static final Operation RULE_READ = Operation.of("approval-rule.read", Role.values());

    /**
     * Saying who must agree, and ending what lets somebody vote for another. Only whoever answers
     * for the center decides who approves in it.
     */
    public static final Operation RULE_EDIT = Operation.of("approval-rule.edit", CENTER_MANAGER);

    public static final Operation MODEL_READ = Operation.of("change-model.read", Role.values());

    /** Proposing and changing models. */
    public static final Operation MODEL_EDIT =
            Operation.of("change-model.edit", CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR);

    /** Approving and retiring models. */
    public static final Operation MODEL_APPROVE =
            Operation.of("change-model.approve", CENTER_MANAGER);

    /** Seeing what centers share with one another. */
    public static final Operation SHARE_READ = Operation.of("change-share.read", Role.values());

    /** Sharing a center's changes and models with others. */
    public static final Operation SHARE_PUBLISH =
            Operation.of("change-share.publish", CENTER_MANAGER, COORDINATOR);

    /** Taking over what others share, and saying what came of it. */
    public static final Operation SHARE_ADOPT =
            Operation.of("change-share.adopt", CHANGE_MANAGER, CENTER_MANAGER);

    @Override
    public List<Operation> operations() {
        return List.of(
                CHANGE_READ,
                CHANGE_DRAFT,
                CHANGE_PLAN,
                CHANGE_VOTE,
                CHANGE_RUN,
                CHANGE_CLOSE,
                RULE_READ,
                RULE_EDIT,
                MODEL_READ,
                MODEL_EDIT,
                MODEL_APPROVE,
                SHARE_READ,
                SHARE_PUBLISH,
                SHARE_ADOPT);
    }
}
