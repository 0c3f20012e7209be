package org.tieline.api.center;

/** What everybody who is signed in may know of any center, so that neighbours can be named. */
public record CenterEntry(String id, String name, CenterKind kind, CenterState state) {}
