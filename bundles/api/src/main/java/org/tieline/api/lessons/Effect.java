package org.tieline.api.lessons;

/** What came of a lesson in a center that uses it. */
public enum Effect {
    BETTER,
    NO_CHANGE,
    WORSE
}
