package org.tieline.change.internal.conflict;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;
import org.tieline.change.internal.callprofile.CallLoad;
import org.tieline.change.internal.conflict.AssetOverlap.Feature;

/**
 * Says what collides, in the words and on the clock of the center whose change it is. Of another
 * center's change it says that there is work, and names the center only where both know of each
 * other: one backs the other up, or the asset that is shared is its own.
 */
final class Sentences {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE, MMM d, HH:mm", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.US);
    private static final int MOST_NAMED = 3;

    private final ConflictContext conflictContext;

    Sentences(ConflictContext conflictContext) {
        this.conflictContext = conflictContext;
    }

    String bond(AssetOverlap assetOverlap, ScheduledChange other) {
        String names = names(assetOverlap.by());
        if (other.center().equals(conflictContext.center())) {
            String work = "\"" + other.title() + "\" (" + time(other.window()) + ")";
            return switch (assetOverlap.nearness()) {
                case SAME -> work + " works on " + names + " too.";
                case BELOW -> work + " works on " + names + ", which this change depends on.";
                case ABOVE -> work + " works on " + names + ", which depends on this change.";
                default -> work + " needs " + names + " too: their people cannot be at both.";
            };
        }
        String work = who(assetOverlap, other) + " has planned work ";
        return switch (assetOverlap.nearness()) {
            case SAME -> work + "on " + names + " then, which you share.";
            case BELOW -> work + "on " + names + " then, which this change depends on.";
            case ABOVE -> work + "on " + names + " then, which depends on this change.";
            default -> work + "with " + names + " then: their people cannot be at both.";
        };
    }

    private String who(AssetOverlap assetOverlap, ScheduledChange other) {
        boolean theirs =
                assetOverlap.by().stream()
                        .allMatch(feature -> feature.center().equals(other.center()));
        return theirs ? center(other) : "Another center";
    }

    private String center(ScheduledChange other) {
        return conflictContext.names().getOrDefault(other.center(), "Another center");
    }

    String implementer(Who who, ScheduledChange other) {
        return who.name()
                + " is to carry out \""
                + other.title()
                + "\" ("
                + time(other.window())
                + ").";
    }

    String backup(ScheduledChange other, boolean ours) {
        return ours
                ? center(other)
                        + " backs you up and has planned work then: your calls may have nowhere to"
                        + " go."
                : "You back up "
                        + center(other)
                        + ", which has planned work then: its calls may come to you.";
    }

    String freeze(Stored<FreezeDraft, FreezeState> freeze) {
        return (freeze.everywhere() ? "All centers are frozen: " : "Your center is frozen: ")
                + freeze.facts().title()
                + " ("
                + time(freeze.facts().window())
                + ").";
    }

    String outside(String asset) {
        MaintenanceHours maintenanceHours = conflictContext.terrain().upkeep().get(asset);
        String windows =
                maintenanceHours.windows().stream()
                        .map(Sentences::window)
                        .collect(Collectors.joining(", "));
        String clock =
                maintenanceHours.clock().equals(conflictContext.clock())
                        ? ""
                        : " (" + maintenanceHours.clock().zone().getId() + " time)";
        return "Work on "
                + conflictContext.terrain().touched().get(asset).name()
                + " is expected "
                + windows
                + clock
                + "; this window is not within it.";
    }

    private static String window(MaintenanceWindow window) {
        return day(window.day()) + " " + window.from() + "-" + window.to();
    }

    String busy(List<Integer> hours, CallLoad load) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < hours.size(); ) {
            int first = hours.get(i);
            int length = 1;
            while (i + length < hours.size()
                    && hours.get(i + length) == first + length
                    && (first + length) % 24 != 0) {
                length++;
            }
            runs.add(
                    day(DayOfWeek.of(first / 24 + 1))
                            + String.format(
                                    Locale.ROOT,
                                    " %02d:00-%02d:00",
                                    first % 24,
                                    first % 24 + length));
            i += length;
        }
        long most = Math.round(hours.stream().mapToDouble(load::calls).max().orElseThrow());
        return some(runs)
                + (hours.size() == 1 ? " is one" : " are some")
                + " of your busiest hours: up to "
                + most
                + " calls an hour.";
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    private static String names(List<Feature> features) {
        return some(features.stream().map(Feature::name).toList());
    }

    private static String some(List<String> all) {
        if (all.size() <= MOST_NAMED) {
            return String.join(", ", all);
        }
        return String.join(", ", all.subList(0, MOST_NAMED))
                + " and "
                + (all.size() - MOST_NAMED)
                + " more";
    }

    private String time(Window window) {
        ZonedDateTime from = at(window.start());
        ZonedDateTime to = at(window.end());
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return DAY.format(from) + " to " + (sameDay ? TIME : DAY).format(to);
    }

    private ZonedDateTime at(Instant instant) {
        return instant.atZone(conflictContext.clock().zone());
    }
}
