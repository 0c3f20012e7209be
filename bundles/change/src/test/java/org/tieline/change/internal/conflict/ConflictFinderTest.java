package org.tieline.change.internal.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;
import org.tieline.change.internal.callprofile.CallLoad;
import org.tieline.change.internal.conflict.AssetOverlap.Feature;
import org.tieline.change.internal.record.WallClock;

/** What is found, against a check that tries every minute and every record one by one. */
class ConflictFinderTest {
    /** Zones whose clocks are set by an hour, by half an hour, and never. */
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("America/Chicago"),
                    ZoneId.of("America/Phoenix"),
                    ZoneId.of("Australia/Lord_Howe"),
                    ZoneId.of("America/St_Johns"),
                    ZoneId.of("Asia/Kathmandu"));

    /** Around both changes of the clocks in most of them. */
    private static final List<Instant> TIMES =
            List.of(
                    Instant.parse("2026-03-07T00:00:00Z"),
                    Instant.parse("2026-03-31T00:00:00Z"),
                    Instant.parse("2026-10-03T00:00:00Z"),
                    Instant.parse("2026-10-31T00:00:00Z"),
                    Instant.parse("2026-07-01T00:00:00Z"));

    private static final List<String> CENTERS = List.of("here", "near", "far", "away");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cid");

    @Test
    void whatIsFoundIsWhatStandsInTheWay() {
        long seed = Long.getLong("tieline.seed", 20_261_122);
        System.out.println("ConflictFinderTest seed " + seed);
        Random random = new Random(seed);
        Map<ConflictKind, Integer> met = new TreeMap<>();
        for (int round = 0; round < 2_000; round++) {
            Instant around = TIMES.get(random.nextInt(TIMES.size()));
            ConflictContext conflictContext = scene(random, around);
            ConflictFinder finder = new ConflictFinder(conflictContext);
            for (int trial = 0; trial < 3; trial++) {
                Window window = window(random, around, 12 * 60);
                Set<String> found = told(finder.find(window));
                assertEquals(
                        told(conflictContext, window),
                        found,
                        () -> "seed " + seed + ", " + window + ", " + conflictContext);
                finder.find(window).forEach(any -> met.merge(any.kind(), 1, Integer::sum));
            }
        }
        for (ConflictKind kind : ConflictKind.values()) {
            assertTrue(met.getOrDefault(kind, 0) > 50, kind + " was hardly met: " + met);
        }
    }

    private static Set<String> told(List<ChangeConflict> found) {
        Set<String> told = new TreeSet<>();
        found.forEach(
                one ->
                        told.add(
                                one.kind()
                                        + " "
                                        + one.with().map(ref -> ref.id()).orElse("-")
                                        + (one.hard() ? " hard" : "")));
        assertEquals(
                found.stream().distinct().count(), found.size(), "nothing is told a second time");
        return told;
    }

    private static Set<String> told(ConflictContext conflictContext, Window window) {
        Set<String> told = new TreeSet<>();
        List<Instant> minutes = new ArrayList<>();
        for (Instant at = window.start();
                at.isBefore(window.end());
                at = at.plus(Duration.ofMinutes(1))) {
            minutes.add(at);
        }
        for (Stored<FreezeDraft, FreezeState> freeze : conflictContext.freezes()) {
            if (minutes.stream().anyMatch(freeze.facts().window()::contains)) {
                told.add("FREEZE " + freeze.id() + " hard");
            }
        }
        for (ScheduledChange other : conflictContext.others()) {
            if (minutes.stream().noneMatch(other.window()::contains)) {
                continue;
            }
            boolean own = other.center().equals(conflictContext.center());
            String with = own ? other.id() : "-";
            if (meet(conflictContext.terrain().touched().keySet(), other.assets())) {
                told.add("SAME_ASSET " + with + " hard");
            } else if (meet(conflictContext.terrain().below().keySet(), other.assets())
                    || meet(conflictContext.terrain().above().keySet(), other.assets())) {
                told.add("RELATED_ASSET " + with);
            } else if (meet(conflictContext.terrain().suppliers().keySet(), other.suppliers())) {
                told.add("SAME_SUPPLIER " + with);
            }
            if (own
                    && other.implementer().isPresent()
                    && other.implementer().map(Who::id).equals(conflictContext.implementer())) {
                told.add("SAME_IMPLEMENTER " + with);
            }
            if (!own
                    && (conflictContext.backs().contains(other.center())
                            || conflictContext.backedBy().contains(other.center()))) {
                told.add("BACKUP_CENTER -");
            }
        }
        conflictContext
                .terrain()
                .upkeep()
                .forEach(
                        (asset, maintenanceHours) -> {
                            if (!maintenanceHours.windows().isEmpty()
                                    && !minutes.stream()
                                            .allMatch(at -> expected(maintenanceHours, at))) {
                                told.add("OUTSIDE_MAINTENANCE " + asset);
                            }
                        });
        conflictContext
                .load()
                .filter(
                        load ->
                                minutes.stream()
                                        .map(at -> conflictContext.clock().at(at))
                                        .anyMatch(
                                                at ->
                                                        load.busy(
                                                                CallLoad.hour(
                                                                        at.getDayOfWeek(),
                                                                        at.getHour()))))
                .ifPresent(any -> told.add("BUSY_HOUR -"));
        return told;
    }

    private static boolean meet(Set<String> these, Set<String> those) {
        Set<String> both = new HashSet<>(these);
        both.retainAll(those);
        return !both.isEmpty();
    }

    private static boolean expected(MaintenanceHours maintenanceHours, Instant at) {
        LocalDateTime shown = at.atZone(maintenanceHours.clock().zone()).toLocalDateTime();
        int minute = minuteOfWeek(shown.getDayOfWeek(), shown.toLocalTime());
        for (MaintenanceWindow window : maintenanceHours.windows()) {
            int from = minuteOfWeek(window.day(), window.from());
            int to = minuteOfWeek(window.day(), window.to());
            int end = to > from ? to : to + 24 * 60;
            if (minute >= from && minute < end || minute + 7 * 24 * 60 < end) {
                return true;
            }
        }
        return false;
    }

    private static int minuteOfWeek(DayOfWeek day, LocalTime time) {
        return (day.getValue() - 1) * 24 * 60 + time.toSecondOfDay() / 60;
    }

    private static ConflictContext scene(Random random, Instant around) {
        WallClock clock = clock(random);
        Map<String, Feature> assetImpact = features(random, 0);
        Map<String, MaintenanceHours> maintenanceHours = new HashMap<>();
        assetImpact
                .keySet()
                .forEach(
                        asset ->
                                maintenanceHours.put(
                                        asset,
                                        new MaintenanceHours(windows(random), clock(random))));
        List<ScheduledChange> others = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            others.add(
                    new ScheduledChange(
                            "change" + i,
                            CENTERS.get(random.nextInt(CENTERS.size())),
                            "Change " + i,
                            window(random, around, 24 * 60),
                            person(random),
                            some(random, 0, 12),
                            some(random, 100, 104)));
        }
        List<Stored<FreezeDraft, FreezeState>> freezes = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            freezes.add(
                    new Stored<>(
                            Freezes.ref("freeze" + i),
                            i == 1 ? "*" : "here",
                            Optional.empty(),
                            FreezeState.IN_FORCE,
                            new FreezeDraft(
                                    "Fair", window(random, around, 36 * 60), Optional.empty()),
                            1,
                            around,
                            around));
        }
        return new ConflictContext(
                "here",
                clock,
                person(random).map(Who::id),
                new MapNeighborhood(
                        assetImpact,
                        maintenanceHours,
                        features(random, 4),
                        features(random, 8),
                        features(random, 100)),
                random.nextBoolean() ? Set.of("near") : Set.of(),
                random.nextBoolean() ? Set.of("far") : Set.of(),
                Map.of("near", "Near County", "far", "Far City"),
                others,
                freezes,
                random.nextBoolean() ? Optional.of(load(random)) : Optional.empty());
    }

    private static WallClock clock(Random random) {
        return new WallClock(ZONES.get(random.nextInt(ZONES.size())));
    }

    private static Optional<Who> person(Random random) {
        return random.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(PEOPLE.get(random.nextInt(PEOPLE.size())))
                        .map(id -> new Who(id, "Name of " + id));
    }

    private static Map<String, Feature> features(Random random, int from) {
        Map<String, Feature> features = new HashMap<>();
        some(random, from, from + 4)
                .forEach(
                        id ->
                                features.put(
                                        id,
                                        new Feature(
                                                "Asset " + id,
                                                CENTERS.get(random.nextInt(CENTERS.size())))));
        return features;
    }

    private static Set<String> some(Random random, int from, int to) {
        Set<String> some = new HashSet<>();
        IntStream.range(from, to)
                .filter(any -> random.nextInt(4) == 0)
                .forEach(id -> some.add("a" + id));
        return some;
    }

    private static Window window(Random random, Instant around, int longest) {
        Instant start = around.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60)));
        return new Window(start, start.plus(Duration.ofMinutes(1 + random.nextInt(longest))));
    }

    private static List<MaintenanceWindow> windows(Random random) {
        List<MaintenanceWindow> windows = new ArrayList<>();
        for (int i = random.nextInt(9); i > 0; i--) {
            LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
            LocalTime to = from.plusMinutes(15L * (1 + random.nextInt(95)));
            windows.add(new MaintenanceWindow(DayOfWeek.of(1 + random.nextInt(7)), from, to));
        }
        return windows;
    }

    private static CallLoad load(Random random) {
        return new CallLoad(
                IntStream.range(0, CallLoad.HOURS)
                        .mapToObj(any -> (double) random.nextInt(30))
                        .toList());
    }
}
