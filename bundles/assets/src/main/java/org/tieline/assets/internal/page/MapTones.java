package org.tieline.assets.internal.page;

import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Effect;
import org.tieline.web.Tone;

/** Which colour the words of the map have. */
public final class MapTones {
    private MapTones() {}

    public static Tone of(AssetState state) {
        return switch (state) {
            case PLANNED -> Tone.NOTICE;
            case IN_USE -> Tone.GOOD;
            case RETIRED -> Tone.QUIET;
        };
    }

    public static Tone of(Criticality criticality) {
        return switch (criticality) {
            case VITAL -> Tone.BAD;
            case HIGH -> Tone.NOTICE;
            case MEDIUM, LOW -> Tone.QUIET;
        };
    }

    public static Tone of(Effect effect) {
        return switch (effect) {
            case LOST -> Tone.BAD;
            case DEGRADED -> Tone.NOTICE;
            case UNSUPPORTED -> Tone.QUIET;
        };
    }
}
