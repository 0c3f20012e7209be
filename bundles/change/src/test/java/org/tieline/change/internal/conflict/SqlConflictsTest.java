package org.tieline.change.internal.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.Window;
import org.tieline.api.record.Who;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.store.Transaction;

/** Conflicts as they are read from the database and the service map. */
class SqlConflictsTest extends CalendarTest {
    private static final Window NIGHT = window("2027-01-12T08:00:00Z", Duration.ofHours(2));
    private static final Optional<String> NOBODY = Optional.empty();

    SqlConflictsTest(Engine engine) {
        super(engine);
    }

    private List<ChangeConflict> found(String of, ChangeDraft draft) {
        return store.read(around(of, Optional.empty(), draft)::find);
    }

    private List<String> words(String of, ChangeDraft draft) {
        return found(of, draft).stream().map(ChangeConflict::words).toList();
    }

    @Test
    void nothingIsInTheWayOfAnEmptyCalendar() {
        Asset cad = assets.create(ROOT, center, asset("CAD", AssetKind.CAD, Set.of()));
        assertEquals(List.of(), found(center, draft(NIGHT, Optional.of("ann"), Set.of(cad.id()))));
        assertEquals(List.of(), found(center, draft(NIGHT, NOBODY, Set.of("no-such-asset"))));
    }

    @Test
    void ofTheOwnCenterEverythingIsTold() {
        Asset power = assets.create(ROOT, center, asset("Power", AssetKind.POWER, Set.of()));
        Asset cad = assets.create(ROOT, center, asset("CAD", AssetKind.CAD, Set.of(), power));
        String other = planned(center, "Battery test", NIGHT, Optional.of("ann"), power.id());

        List<ChangeConflict> same = found(center, draft(NIGHT, NOBODY, Set.of(power.id())));
        assertEquals(
                "\"Battery test\" (Tue, Jan 12, 02:00 to 04:00) works on Power too.",
                same.get(0).words());
        assertTrue(same.get(0).hard());
        assertEquals(other, same.get(0).with().orElseThrow().id());
        assertEquals(
                List.of(
                        "\"Battery test\" (Tue, Jan 12, 02:00 to 04:00) works on Power, which this"
                                + " change depends on.",
                        "Name of ann is to carry out \"Battery test\" (Tue, Jan 12, 02:00 to"
                                + " 04:00)."),
                words(center, draft(NIGHT, Optional.of("ann"), Set.of(cad.id()))));
    }

    @Test
    void aChangeDoesNotCollideWithItself() {
        Asset cad = assets.create(ROOT, center, asset("CAD", AssetKind.CAD, Set.of()));
        String id = planned(center, "Upgrade", NIGHT, NOBODY, cad.id());
        ChangeDraft draft = draft(NIGHT, NOBODY, Set.of(cad.id()));
        assertEquals(List.of(), store.read(around(center, Optional.of(id), draft)::find));
    }

    @Test
    void onlyWhatClaimsItsWindowIsInTheWay() {
        Asset cad = assets.create(ROOT, center, asset("CAD", AssetKind.CAD, Set.of()));
        for (ChangeState state : ChangeState.values()) {
            planned(state, center, "In " + state, NIGHT, NOBODY, cad.id());
        }
        List<String> words = words(center, draft(NIGHT, NOBODY, Set.of(cad.id())));
        for (ChangeState state : ChangeState.values()) {
            assertEquals(
                    ChangeState.CLAIMING.contains(state),
                    words.stream().anyMatch(text -> text.startsWith("\"In " + state + "\"")),
                    () -> state + " among " + words);
        }
    }

    @Test
    void whatRunsOverItsEndIsInTheWayUntilItEnds() {
        Asset cad = assets.create(ROOT, center, asset("CAD", AssetKind.CAD, Set.of()));
        Instant now = platform.clock.instant();
        Window past = new Window(now.minus(Duration.ofHours(5)), now.minus(Duration.ofHours(3)));
        planned(ChangeState.RUNNING, center, "Late", past, NOBODY, cad.id());
        planned(ChangeState.SCHEDULED, center, "Forgotten", past, NOBODY, cad.id());
        Window soon = new Window(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofHours(1)));
        List<String> words = words(center, draft(soon, NOBODY, Set.of(cad.id())));
        assertEquals(1, words.size(), words::toString);
        assertTrue(words.get(0).startsWith("\"Late\""), words::toString);
    }

    @Test
    void ofAnotherCenterOnlyThatItIsAtWork() {
        String owner = platform.center();
        String third = platform.center();
        Asset net =
                assets.create(
                        ROOT,
                        owner,
                        asset("State network", AssetKind.NETWORK, Set.of(center, third)));
        ChangeDraft draft = draft(NIGHT, Optional.of("ann"), Set.of(net.id()));

        planned(third, "Secret plan", NIGHT, Optional.of("ann"), net.id());
        assertEquals(
                List.of("Another center has planned work on State network then, which you share."),
                words(center, draft));
        planned(owner, "Secret work", NIGHT, Optional.of("ann"), net.id());
        assertEquals(
                Set.of(
                        "Another center has planned work on State network then, which you share.",
                        "Center "
                                + owner
                                + " has planned work on State network then, which you share."),
                Set.copyOf(words(center, draft)));
        found(center, draft)
                .forEach(conflict -> assertEquals(NOBODY, conflict.with().map(Object::toString)));
    }

    @Test
    void backupsAreToldOfInBothDirections() {
        String backed = centerIn(ZONE, center);
        String stranger = platform.center();
        planned(backed, "Secret", NIGHT, NOBODY);
        planned(backed, "Second secret", NIGHT, NOBODY);
        planned(stranger, "Strange", NIGHT, NOBODY);
        assertEquals(
                List.of(
                        "You back up Center "
                                + backed
                                + ", which has planned work then: its calls may come to you."),
                words(center, draft(NIGHT, NOBODY, Set.of())));
        String other = centerIn(ZONE, backed);
        assertEquals(
                List.of(
                        "Center "
                                + backed
                                + " backs you up and has planned work then: your calls may have"
                                + " nowhere to go."),
                words(other, draft(NIGHT, NOBODY, Set.of())));
    }

    @Test
    void aSharedSupplierIsToldOfWithoutSayingWhomItServes() {
        String other = platform.center();
        Asset supplier =
                assets.create(
                        ROOT, other, asset("West Safety", AssetKind.SUPPLIER, Set.of(center)));
        Asset theirs =
                assets.create(
                        ROOT,
                        other,
                        suppliedBy(asset("Their CAD", AssetKind.CAD, Set.of()), supplier));
        Asset ours =
                assets.create(
                        ROOT,
                        center,
                        suppliedBy(asset("Our CAD", AssetKind.CAD, Set.of()), supplier));
        planned(other, "Secret", NIGHT, NOBODY, theirs.id());
        assertEquals(
                List.of(
                        "Center "
                                + other
                                + " has planned work with West Safety then: their people cannot be"
                                + " at both."),
                words(center, draft(NIGHT, NOBODY, Set.of(ours.id()))));
    }

    /** Every plan in a made-up country, against a look at each change in turn. */
    @Test
    void whatIsFoundIsWhatALookAtEveryChangeFinds() {
        long seed = Long.getLong("tieline.seed", 20_261_122);
        System.out.println("SqlConflictsTest seed " + seed);
        Country country = new Country(new Random(seed));
        Map<ConflictKind, Integer> met = new TreeMap<>();
        for (int round = 0; round < 60; round++) {
            country.check(seed, met);
        }
        for (ConflictKind kind :
                Set.of(
                        ConflictKind.SAME_ASSET,
                        ConflictKind.RELATED_ASSET,
                        ConflictKind.SAME_SUPPLIER,
                        ConflictKind.SAME_IMPLEMENTER,
                        ConflictKind.BACKUP_CENTER)) {
            assertTrue(met.getOrDefault(kind, 0) > 0, kind + " was hardly met: " + met);
        }
    }

    /** Four centers with their maps and a month of changes. */
    private final class Country {
        private final Random random;
        private final List<String> centers = new ArrayList<>();
        private final Map<String, Asset> all = new HashMap<>();
        private final Map<String, Set<String>> below = new HashMap<>();
        private final List<ScheduledChange> changes = new ArrayList<>();

        Country(Random random) {
            this.random = random;
            String first = centerIn(ZONE);
            String second = centerIn(ZONE, first);
            centers.addAll(List.of(first, second, centerIn(ZONE, second), centerIn(ZONE)));
            for (int i = 0; i < 8; i++) {
                add(AssetKind.SUPPLIER);
            }
            for (int i = 0; i < 40; i++) {
                add(AssetKind.SERVER);
            }
            store.write(ROOT, this::plan);
        }

        private int plan(Transaction tx) {
            for (int i = 0; i < 150; i++) {
                String of = any(centers);
                Set<String> assetImpact = touched(of);
                Optional<String> who = person();
                Window window = window();
                String id =
                        insert(
                                tx.sql(),
                                tx.now(),
                                ChangeState.SCHEDULED,
                                of,
                                "Change " + i,
                                window,
                                who,
                                List.copyOf(assetImpact));
                Set<String> suppliers = new HashSet<>();
                assetImpact.forEach(asset -> suppliers.addAll(suppliers(asset)));
                changes.add(
                        new ScheduledChange(
                                id,
                                of,
                                "Change " + i,
                                window,
                                who.map(this::who),
                                assetImpact,
                                suppliers));
            }
            return changes.size();
        }

        private Who who(String id) {
            return new Who(id, "Name of " + id);
        }

        private void add(AssetKind kind) {
            String of = any(centers);
            Set<String> sharedWith = new HashSet<>();
            centers.stream()
                    .filter(any -> !any.equals(of) && random.nextInt(3) == 0)
                    .forEach(sharedWith::add);
            List<Asset> seen = all.values().stream().filter(asset -> sees(of, asset)).toList();
            List<Asset> under =
                    seen.stream()
                            .filter(asset -> asset.facts().kind() != AssetKind.SUPPLIER)
                            .filter(asset -> kind != AssetKind.SUPPLIER && random.nextInt(8) == 0)
                            .toList();
            AssetDraft draft =
                    asset(Platform.unique("asset"), kind, sharedWith, under.toArray(Asset[]::new));
            List<Asset> suppliers =
                    seen.stream()
                            .filter(asset -> asset.facts().kind() == AssetKind.SUPPLIER)
                            .toList();
            if (kind != AssetKind.SUPPLIER && !suppliers.isEmpty() && random.nextBoolean()) {
                draft = suppliedBy(draft, any(suppliers));
            }
            Asset made = assets.create(ROOT, of, draft);
            all.put(made.id(), made);
            below.put(made.id(), new HashSet<>(under.stream().map(Asset::id).toList()));
        }

        private boolean sees(String of, Asset asset) {
            return asset.center().equals(of) || asset.facts().sharedWith().contains(of);
        }

        private Set<String> suppliers(String id) {
            Asset asset = all.get(id);
            return asset.facts().kind() == AssetKind.SUPPLIER
                    ? Set.of(id)
                    : asset.facts().supplier().map(Set::of).orElse(Set.of());
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private Optional<String> person() {
            return random.nextBoolean() ? Optional.of("person" + random.nextInt(6)) : NOBODY;
        }

        private Set<String> touched(String of) {
            Set<String> assetImpact = new HashSet<>();
            all.values().stream()
                    .filter(asset -> sees(of, asset) && random.nextInt(12) == 0)
                    .forEach(asset -> assetImpact.add(asset.id()));
            return assetImpact;
        }

        private Window window() {
            Instant start =
                    Instant.parse("2027-03-01T00:00:00Z")
                            .plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
            int longest = random.nextInt(8) == 0 ? 14 * 24 * 60 : 300;
            return new Window(start, start.plus(Duration.ofMinutes(1 + random.nextInt(longest))));
        }

        void check(long seed, Map<ConflictKind, Integer> met) {
            String of = any(centers);
            Set<String> assetImpact = touched(of);
            Optional<String> who = person();
            Window window = window();
            List<ChangeConflict> found = found(of, draft(window, who, assetImpact));
            Set<String> told = new TreeSet<>();
            found.forEach(
                    one ->
                            told.add(
                                    one.kind()
                                            + " "
                                            + one.with().map(ref -> ref.id()).orElse("-")));
            found.forEach(one -> met.merge(one.kind(), 1, Integer::sum));
            assertEquals(
                    expected(of, assetImpact, who, window),
                    told,
                    () -> "seed " + seed + ": " + of + " " + window + " " + found);
            assertFalse(
                    found.stream()
                            .anyMatch(
                                    one -> one.words().contains("Change ") && one.with().isEmpty()),
                    () -> "names another center's change: " + found);
        }

        private Set<String> expected(
                String of, Set<String> assetImpact, Optional<String> who, Window window) {
            Set<String> expected = new TreeSet<>();
            for (ScheduledChange other : changes) {
                if (!other.window().start().isBefore(window.end())
                        || !window.start().isBefore(other.window().end())) {
                    continue;
                }
                boolean own = other.center().equals(of);
                String with = own ? other.id() : "-";
                Set<String> suppliers = new HashSet<>();
                assetImpact.forEach(asset -> suppliers.addAll(suppliers(asset)));
                suppliers.removeIf(supplier -> !sees(of, all.get(supplier)));
                if (other.assets().stream().anyMatch(assetImpact::contains)) {
                    expected.add("SAME_ASSET " + with);
                } else if (other.assets().stream()
                        .anyMatch(asset -> related(of, assetImpact, asset))) {
                    expected.add("RELATED_ASSET " + with);
                } else if (other.suppliers().stream().anyMatch(suppliers::contains)) {
                    expected.add("SAME_SUPPLIER " + with);
                }
                if (own
                        && who.isPresent()
                        && who.equals(other.implementer().map(any -> any.id()))) {
                    expected.add("SAME_IMPLEMENTER " + with);
                }
                if (backs(of, other.center()) || backs(other.center(), of)) {
                    expected.add("BACKUP_CENTER -");
                }
            }
            return expected;
        }

        private boolean backs(String one, String other) {
            int first = centers.indexOf(one);
            return first < 2 && centers.indexOf(other) == first + 1;
        }

        private boolean related(String of, Set<String> assetImpact, String asset) {
            return assetImpact.stream()
                    .anyMatch(one -> rests(of, one, asset) || rests(of, asset, one));
        }

        /** Goes down every way that the center sees. */
        private boolean rests(String of, String from, String to) {
            if (!sees(of, all.get(from))) {
                return false;
            }
            return below.get(from).stream()
                    .filter(next -> sees(of, all.get(next)))
                    .anyMatch(next -> next.equals(to) || rests(of, next, to));
        }
    }
}
