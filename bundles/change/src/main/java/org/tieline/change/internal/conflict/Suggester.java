package org.tieline.change.internal.conflict;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeSchedule;
import org.tieline.api.change.Suggestion;
import org.tieline.api.change.Window;
import org.tieline.change.internal.callprofile.CallLoad;
import org.tieline.change.internal.record.WallClock;

/**
 * Tries the times of the coming days, a week at a time, until enough are free.
 *
 * @param clock the clock of the center
 * @param load how many calls it takes, if it said
 * @param finders gives who finds what windows collide with that lie within a time
 */
record Suggester(
        WallClock clock, Optional<CallLoad> load, Function<Window, ConflictFinder> finders) {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int FREE_DAYS = 14;
    private static final Comparator<Try> CALMEST =
            Comparator.comparingInt((Try one) -> one.conflicts().size())
                    .thenComparingDouble(Try::calls)
                    .thenComparing(one -> one.window().start());

    /** A time that collides with nothing hard. */
    private record Try(Window window, double calls, List<ChangeConflict> conflicts) {}

    List<Suggestion> suggest(Duration length, Instant from) {
        List<Try> best = new ArrayList<>();
        Instant end = from.plus(ChangeSchedule.AHEAD);
        Instant first = onTheHalfHour(from);
        while (first.isBefore(end) && free(best) < FREE_DAYS) {
            Instant last = first.plus(WEEK);
            ConflictFinder finder = finders.apply(new Window(first, last.plus(length)));
            for (Instant at = first; at.isBefore(last); at = at.plus(STEP)) {
                keep(best, new Window(at, at.plus(length)), finder);
            }
            first = last;
        }
        return best.stream()
                .sorted(CALMEST)
                .limit(ChangeSchedule.MOST)
                .map(this::suggestion)
                .toList();
    }

    private static Instant onTheHalfHour(Instant from) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond((from.getEpochSecond() / step + 1) * step);
    }

    private static long free(List<Try> best) {
        return best.stream().filter(one -> one.conflicts().isEmpty()).count();
    }

    /** Keeps a time if it is the best of its day so far. */
    private void keep(List<Try> best, Window window, ConflictFinder finder) {
        List<ChangeConflict> conflicts = finder.find(window);
        if (conflicts.stream().anyMatch(ChangeConflict::hard)) {
            return;
        }
        double calls = load.map(week -> week.expected(window, clock)).orElse(0d);
        Try one = new Try(window, calls, conflicts);
        Optional<Try> sameDay =
                best.isEmpty()
                        ? Optional.empty()
                        : Optional.of(best.get(best.size() - 1))
                                .filter(last -> day(last).equals(day(one)));
        if (sameDay.isEmpty()) {
            best.add(one);
        } else if (CALMEST.compare(one, sameDay.get()) < 0) {
            best.set(best.size() - 1, one);
        }
    }

    private LocalDate day(Try one) {
        return clock.at(one.window().start()).toLocalDate();
    }

    private Suggestion suggestion(Try one) {
        return new Suggestion(
                one.window(),
                load.map(any -> one.calls()),
                one.conflicts(),
                Stream.concat(Stream.of(conflicts(one)), calls(one).stream()).toList());
    }

    private static String conflicts(Try one) {
        return switch (one.conflicts().size()) {
            case 0 -> "Nothing stands in the way.";
            case 1 -> "One thing asks for a reason.";
            default -> one.conflicts().size() + " things ask for a reason.";
        };
    }

    private Optional<String> calls(Try one) {
        return load.map(
                week -> {
                    long expected = Math.round(one.calls());
                    long usual =
                            Math.round(week.average() * one.window().length().toSeconds() / 3600d);
                    return "About "
                            + expected
                            + (expected == 1 ? " call is" : " calls are")
                            + " to be expected; a time of this length has "
                            + usual
                            + " on average.";
                });
    }
}
