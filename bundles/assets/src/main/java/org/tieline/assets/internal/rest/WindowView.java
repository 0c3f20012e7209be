package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** A maintenance window in JSON. */
@Schema(name = "MaintenanceWindow")
public record WindowView(
        DayOfWeek day,
        @Schema(description = "On the center's clock", example = "02:00") String from,
        @Schema(description = "On the next day if it is not after \"from\"", example = "04:00")
                String to) {

    static WindowView of(MaintenanceWindow window) {
        return new WindowView(window.day(), window.from().toString(), window.to().toString());
    }

    MaintenanceWindow window(int place) {
        return new MaintenanceWindow(day, time(place, "from", from), time(place, "to", to));
    }

    private static LocalTime time(int place, String field, String text) {
        if (text.matches("\\d\\d:\\d\\d")) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeException e) {
                // said below
            }
        }
        throw new Invalid(
                new FieldError(
                        "maintenanceWindows[" + place + "]." + field,
                        "must be a time of day from 00:00 to 23:59"));
    }
}
