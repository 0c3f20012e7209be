package org.tieline.api.lessons;

/** What leads a lesson on in its life. */
public enum LessonMove {
    /** To the reviewers. */
    SUBMIT,
    /** Back to who wrote it. */
    GIVE_BACK,
    PUBLISH,
    RETIRE
}
