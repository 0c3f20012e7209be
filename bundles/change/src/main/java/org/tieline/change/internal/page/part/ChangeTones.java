package org.tieline.change.internal.page.part;

import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.StepState;
import org.tieline.web.Tone;

/** Which colour the words of change management have. */
public final class ChangeTones {
    private ChangeTones() {}

    public static Tone of(ChangeState state) {
        return switch (state) {
            case DRAFT, CLOSED, CANCELLED -> Tone.QUIET;
            case APPROVAL, HELD, REVIEW -> Tone.NOTICE;
            case APPROVED, SCHEDULED, RUNNING -> Tone.GOOD;
            case BACKING_OUT, REFUSED -> Tone.BAD;
        };
    }

    public static Tone of(RiskLevel level) {
        return switch (level) {
            case LOW -> Tone.QUIET;
            case MEDIUM -> Tone.NOTICE;
            case HIGH -> Tone.BAD;
        };
    }

    public static Tone of(ClosureCode code) {
        return switch (code) {
            case SUCCESSFUL -> Tone.GOOD;
            case WITH_ISSUES -> Tone.NOTICE;
            case BACKED_OUT, FAILED -> Tone.BAD;
            case CANCELLED -> Tone.QUIET;
        };
    }

    public static Tone of(ModelState state) {
        return switch (state) {
            case PROPOSED -> Tone.NOTICE;
            case APPROVED -> Tone.GOOD;
            case RETIRED -> Tone.QUIET;
        };
    }

    public static Tone of(StepState state) {
        return switch (state) {
            case OPEN, SKIPPED -> Tone.QUIET;
            case STARTED -> Tone.NOTICE;
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
        };
    }
}
