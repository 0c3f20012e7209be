package org.tieline.lessons.internal.page;

import org.tieline.lessons.internal.imports.ImportReport.State;
import org.tieline.web.Tone;

/** How an import stands, in plain words. */
public final class ImportWords {
    private ImportWords() {}

    public static String of(State state) {
        return switch (state) {
            case RUNNING -> "Under way";
            case DONE -> "Done";
            case FAILED -> "Ended early";
            case UNDOING -> "Being undone";
            case UNDONE -> "Undone";
        };
    }

    public static Tone tone(State state) {
        return switch (state) {
            case RUNNING, UNDOING -> Tone.NOTICE;
            case DONE -> Tone.GOOD;
            case FAILED -> Tone.BAD;
            case UNDONE -> Tone.QUIET;
        };
    }
}
