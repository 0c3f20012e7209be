package org.tieline.api.change;

/** Whether a change reached what it was made for. */
public enum AimMet {
    YES,
    PARTLY,
    NO
}
