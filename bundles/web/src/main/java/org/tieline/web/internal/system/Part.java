package org.tieline.web.internal.system;

import org.tieline.web.Tone;

/** A bundle. */
public record Part(String name, String version, boolean plugIn, Tone tone, String state) {}
