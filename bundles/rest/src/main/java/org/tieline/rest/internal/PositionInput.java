package org.tieline.rest.internal;

/** A workstation to be marked as a dispatch position. */
public record PositionInput(String center, String name) {}
