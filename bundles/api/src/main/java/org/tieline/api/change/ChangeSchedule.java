package org.tieline.api.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * Finds times for changes. Thread-safe. Every method throws {@link NotFound} or {@link Forbidden}
 * as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface ChangeSchedule {
    /** How far ahead times are looked for. */
    Duration AHEAD = Duration.ofDays(90);

    /** How many times are suggested at most. */
    int MOST = 5;

    /**
     * Suggests when a change could run, the best time first: of the next fourteen days that have a
     * time without any conflict, those with the fewest calls, one for each day. Where there are no
     * such days, those with the fewest conflicts. None collides with anything hard. Times begin on
     * the half hour.
     *
     * @param id the change that it is a draft of; empty for a new one
     * @param draft its window does not matter; any part of it may still be missing or faulty
     * @param length how long it takes, more than 0 and at most {@link Window#LONGEST}
     * @param from the earliest start; the present if it is past
     * @throws Invalid if the length is out of its range
     */
    List<Suggestion> suggest(
            Caller caller,
            String center,
            Optional<String> id,
            ChangeDraft draft,
            Duration length,
            Instant from);
}
