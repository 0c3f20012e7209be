package org.tieline.api.lessons;

/** Where a lesson was learned. */
public enum LessonSource {
    INCIDENT,
    CHANGE_REVIEW,
    EXERCISE,
    CALL_REVIEW,
    VENDOR,
    /** A study, an audit, a standard. */
    RESEARCH,
    /** Taken over from elsewhere. */
    IMPORT
}
