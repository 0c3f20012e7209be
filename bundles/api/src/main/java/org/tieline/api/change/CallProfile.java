package org.tieline.api.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * How many calls a center takes in each hour of its week.
 *
 * @param center id of the center
 * @param calls calls in each of the 168 hours of the week on the center's clock, from Monday 00:00;
 *     each 0 to 99,999, with at most one digit behind the point
 * @param source where the numbers come from, such as {@code CAD, last quarter}; at most 200
 *     characters
 * @param version counts its changes, from 1
 * @param updated when it was last changed
 */
public record CallProfile(
        String center, List<Double> calls, Optional<String> source, long version, Instant updated) {
    public static final String KIND = "call-profile";
    public static final int HOURS = 168;
    public static final double MOST = 99_999;
    public static final int MAX_SOURCE = 200;

    public CallProfile {
        Objects.requireNonNull(center, "center");
        calls = List.copyOf(calls);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String center) {
        return new RecordRef(KIND, center);
    }
}
