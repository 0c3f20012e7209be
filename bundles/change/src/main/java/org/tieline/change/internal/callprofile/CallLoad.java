package org.tieline.change.internal.callprofile;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.tieline.api.change.Window;
import org.tieline.change.internal.record.WallClock;

/**
 * How many calls a center takes in each hour of its week, on its own clock.
 *
 * <p>A busy hour is one of the busiest fifth of the week's hours, if it has more calls than the
 * average hour. Telephony's busy hour is the one hour with the most calls; no standard of NENA or
 * APCO says how many hours next to it are too busy for work on the floor, so the fifth is Tieline's
 * own measure: in the usual week of a center it is the late afternoons and the weekend's evenings.
 */
public final class CallLoad {
    public static final int HOURS = 168;

    private static final int BUSIEST = HOURS / 5;

    private final double[] calls;
    private final double average;
    private final BitSet busy = new BitSet(HOURS);

    /**
     * @param calls for each hour of the week, from Monday 00:00
     */
    public CallLoad(List<Double> calls) {
        if (calls.size() != HOURS) {
            throw new IllegalArgumentException("A week has 168 hours, not " + calls.size());
        }
        this.calls = calls.stream().mapToDouble(Double::doubleValue).toArray();
        double[] sorted = this.calls.clone();
        Arrays.sort(sorted);
        double least = sorted[HOURS - BUSIEST];
        average = Arrays.stream(sorted).average().orElseThrow();
        for (int hour = 0; hour < HOURS; hour++) {
            busy.set(hour, this.calls[hour] >= least && this.calls[hour] > average);
        }
    }

    public double calls(int hour) {
        return calls[hour];
    }

    /** Calls in an hour, over the whole week. */
    public double average() {
        return average;
    }

    public boolean busy(int hour) {
        return busy.get(hour);
    }

    public static int hour(DayOfWeek day, int hourOfDay) {
        return (day.getValue() - 1) * 24 + hourOfDay;
    }

    /** Returns the busy hours that a window touches, in their order in the window, each once. */
    public List<Integer> busyHours(Window window, WallClock clock) {
        BitSet seen = new BitSet(HOURS);
        List<Integer> found = new ArrayList<>();
        for (Piece piece : pieces(window, clock)) {
            if (busy(piece.hour()) && !seen.get(piece.hour())) {
                seen.set(piece.hour());
                found.add(piece.hour());
            }
        }
        return found;
    }

    /** Returns how many calls are to be expected in a window. */
    public double expected(Window window, WallClock clock) {
        return pieces(window, clock).stream()
                .mapToDouble(piece -> calls(piece.hour()) * piece.length().toSeconds() / 3600d)
                .sum();
    }

    private record Piece(int hour, Duration length) {}

    /** Cuts a window into what lies in one hour each. */
    private static List<Piece> pieces(Window window, WallClock clock) {
        List<Piece> pieces = new ArrayList<>();
        Instant at = window.start();
        while (at.isBefore(window.end())) {
            LocalDateTime shown = clock.at(at);
            LocalDateTime hour = shown.truncatedTo(ChronoUnit.HOURS);
            Instant next = min(window.end(), clock.until(at, hour.plusHours(1)));
            pieces.add(
                    new Piece(
                            hour(shown.getDayOfWeek(), shown.getHour()),
                            Duration.between(at, next)));
            at = next;
        }
        return pieces;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
