package org.tieline.api.lessons;

/** Where a lesson is in its life. */
public enum LessonState {
    /** Being written, or written anew after it was published. */
    DRAFT,
    /** Waiting for somebody who did not write it. */
    IN_REVIEW,
    PUBLISHED,
    /** No longer holds; kept, but found by nobody outside its center and not by the search. */
    RETIRED
}
