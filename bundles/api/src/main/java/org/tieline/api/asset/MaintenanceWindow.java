package org.tieline.api.asset;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;

/**
 * A time in every week in which work on an asset is expected, on the clock of the asset's center.
 *
 * @param day the day on which it begins
 * @param from when it begins, to the minute
 * @param to when it ends, to the minute; on the following day if it is not after {@code from}
 */
public record MaintenanceWindow(DayOfWeek day, LocalTime from, LocalTime to) {
    public MaintenanceWindow {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
