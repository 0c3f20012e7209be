package org.tieline.api.change;

/** What a step of a change is for. */
public enum StepKind {
    PREPARE,
    /**
     * The shift supervisor says whether the floor can bear it now. No step of kind {@link
     * #IMPLEMENT} begins before every one of these is done; one that fails, a no-go, holds the
     * change.
     */
    FLOOR_GO,
    IMPLEMENT,
    TEST_CALL,
    /** Leads back; done only when the change is backed out. */
    BACK_OUT,
    NOTIFY,
    REVIEW
}
