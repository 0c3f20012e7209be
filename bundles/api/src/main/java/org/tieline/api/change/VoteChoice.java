package org.tieline.api.change;

/** What somebody says to a change. */
public enum VoteChoice {
    APPROVE,
    /** Ends the change; needs a reason. */
    REFUSE,
    /** Leaves it to the others. */
    ABSTAIN
}
