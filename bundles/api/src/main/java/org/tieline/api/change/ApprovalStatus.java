package org.tieline.api.change;

/** How far the approval of a change is. */
public enum ApprovalStatus {
    /** Nobody has been asked yet. */
    NOT_ASKED,
    /** The votes are being given; of an emergency change also while it runs and afterwards. */
    ASKED,
    APPROVED,
    REFUSED,
    /** With the model that it is made from. */
    PRE_AUTHORISED
}
