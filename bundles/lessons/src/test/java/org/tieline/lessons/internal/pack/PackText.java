package org.tieline.lessons.internal.pack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.lessons.internal.SeenLessons;

/** The offline pack of everything that somebody sees. */
public final class PackText {
    private PackText() {}

    public static String of(SeenLessons lessons, Caller caller, String center) {
        return new OfflinePacks(lessons)
                .html(
                        caller,
                        new OfflinePacks.Choice(
                                center, "Center", Set.of(), Optional.empty(), false),
                        LocalDate.EPOCH);
    }
}
