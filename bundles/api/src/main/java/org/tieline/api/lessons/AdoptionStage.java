package org.tieline.api.lessons;

/** How far a center is with a lesson that others wrote. */
public enum AdoptionStage {
    /** It sees the lesson and has not decided. */
    UNDECIDED,
    /** It uses the lesson and has not said what came of it. */
    IN_PROGRESS,
    /** It uses the lesson and said what came of it. */
    DONE,
    REJECTED
}
