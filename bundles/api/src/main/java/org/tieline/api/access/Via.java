package org.tieline.api.access;

/** The way by which a caller came in. */
public enum Via {
    PAGE,
    API,
    SHELL,
    SYSTEM
}
