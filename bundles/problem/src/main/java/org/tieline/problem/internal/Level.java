package org.tieline.problem.internal;

/** How far a disturbance reaches, or how soon it must end. */
public enum Level {
    HIGH,
    MEDIUM,
    LOW
}
