package org.tieline.api.sharing;

/** What a center made of what another one shared. */
public enum AdoptionOutcome {
    /** Taken over as it was. */
    ADOPTED,
    /** Taken over with a variation of its own. */
    ADAPTED,
    /** Looked at and not taken over. */
    REJECTED,
    /** Taken over, tried, and backed out. */
    BACKED_OUT
}
