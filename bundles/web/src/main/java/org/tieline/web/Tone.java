package org.tieline.web;

/** How something stands, as a colour; never said by colour alone. */
public enum Tone {
    GOOD,
    NOTICE,
    BAD,
    QUIET
}
