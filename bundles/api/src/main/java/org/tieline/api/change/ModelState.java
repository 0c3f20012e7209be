package org.tieline.api.change;

/** Where a change model is in its life. */
public enum ModelState {
    /** Being written; waits for somebody else than its author to approve it. */
    PROPOSED,
    /** Standard changes can be made from it. */
    APPROVED,
    /** No longer used; what was made from it stays. */
    RETIRED
}
