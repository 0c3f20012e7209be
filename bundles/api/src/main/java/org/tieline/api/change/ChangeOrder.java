package org.tieline.api.change;

/** In which order changes are listed. */
public enum ChangeOrder {
    /** The one written last comes first. */
    NEWEST,
    /** The window that starts first comes first; changes without a window are left out. */
    WINDOW
}
