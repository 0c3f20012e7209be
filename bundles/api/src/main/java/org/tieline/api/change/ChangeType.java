package org.tieline.api.change;

/** The types of change, as ITIL tells them apart. Each has its lifecycle. */
public enum ChangeType {
    /** Low risk and well understood: made from an approved model, and authorized with it. */
    STANDARD,
    /** Planned, assessed, and approved by the authority that fits its risk. */
    NORMAL,
    /**
     * Cannot wait. May start before its documents are complete and before anybody approved it;
     * cannot close without both.
     */
    EMERGENCY
}
