package org.tieline.store.internal.edited;

/** Beside it lies a migration that somebody edited. */
public final class Marker {
    private Marker() {}
}
