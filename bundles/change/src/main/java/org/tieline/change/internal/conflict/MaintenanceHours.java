package org.tieline.change.internal.conflict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.change.Window;
import org.tieline.change.internal.record.WallClock;

/** When work on an asset is expected, on the clock of the center that it belongs to. */
record MaintenanceHours(List<MaintenanceWindow> windows, WallClock clock) {
    MaintenanceHours {
        windows = List.copyOf(windows);
    }

    /** Tells whether a whole window lies in the windows, or there are none to lie in. */
    boolean covers(Window window) {
        if (windows.isEmpty()) {
            return true;
        }
        Instant at = window.start();
        while (at.isBefore(window.end())) {
            LocalDateTime shown = clock.at(at);
            Optional<LocalDateTime> end = openUntil(shown);
            if (end.isEmpty()) {
                return false;
            }
            at = clock.until(at, end.get());
        }
        return true;
    }

    private Optional<LocalDateTime> openUntil(LocalDateTime shown) {
        return windows.stream()
                .flatMap(
                        window ->
                                List.of(shown.toLocalDate(), shown.toLocalDate().minusDays(1))
                                        .stream()
                                        .filter(date -> date.getDayOfWeek() == window.day())
                                        .filter(date -> !shown.isBefore(date.atTime(window.from())))
                                        .map(date -> end(window, date)))
                .filter(shown::isBefore)
                .max(Comparator.naturalOrder());
    }

    private static LocalDateTime end(MaintenanceWindow window, LocalDate date) {
        return (window.to().isAfter(window.from()) ? date : date.plusDays(1)).atTime(window.to());
    }
}
