package org.tieline.web.internal;

import org.tieline.api.center.CenterState;
import org.tieline.web.Tone;

/** Which colour a state has. */
public final class Tones {
    private Tones() {}

    public static Tone of(CenterState state) {
        return switch (state) {
            case PLANNED -> Tone.NOTICE;
            case ACTIVE -> Tone.GOOD;
            case CLOSED -> Tone.QUIET;
        };
    }
}
