package org.tieline.api.lessons;

/** What a center decided on a lesson that others wrote. */
public enum Uptake {
    /** It does what is recommended. */
    AS_IS,
    /** It does something like it that suits it better. */
    ADAPTED,
    /** It does not, for a reason. */
    REJECTED
}
