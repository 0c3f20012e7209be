package org.tieline.api.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.record.Attribute;

/**
 * How many calls a center takes in each hour of its week.
 *
 * @param calls calls in each of the 168 hours of the week on the center's clock, from Monday 00:00;
 *     each 0 to 99,999, with at most one digit behind the point
 * @param source where the numbers come from, such as {@code CAD, last quarter}
 */
public record CallProfileDraft(
        @Attribute(
                        label = "Calls in each hour",
                        required = true,
                        hint =
                                "Seven lines, Monday to Sunday, each with 24 numbers from midnight"
                                        + " on; or rows of day, hour, calls, as a spreadsheet"
                                        + " saves them.")
                List<Double> calls,
        @Attribute(
                        label = "Where the numbers come from",
                        hint = "Such as: phone system, last quarter.")
                Optional<String> source) {
    public static final int HOURS = 168;
    public static final double MOST = 99_999;

    public CallProfileDraft {
        calls = List.copyOf(calls);
        Objects.requireNonNull(source, "source");
    }
}
