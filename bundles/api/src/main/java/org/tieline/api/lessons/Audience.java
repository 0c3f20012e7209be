package org.tieline.api.lessons;

/** Who sees a lesson once it is published. Until then only its own center does. */
public enum Audience {
    /** Its own center. */
    CENTER,
    /** Its own center and those that it is shared with. */
    CHOSEN,
    /** Everybody who has a role in any center of this installation. */
    EVERYBODY
}
