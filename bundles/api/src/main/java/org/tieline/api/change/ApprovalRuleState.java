package org.tieline.api.change;

/** Whether a rule of approval counts. */
public enum ApprovalRuleState {
    IN_FORCE,
    REMOVED
}
