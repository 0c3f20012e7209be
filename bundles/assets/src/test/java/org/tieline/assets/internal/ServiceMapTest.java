package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Drawing;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;
import org.tieline.api.asset.SinglePoint;
import org.tieline.api.asset.Support;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class ServiceMapTest extends MapTest {
    ServiceMapTest(Engine engine) {
        super(engine);
    }

    private static Map<String, Effect> effects(Impact impact) {
        return impact.hits().stream()
                .collect(Collectors.toMap(hit -> hit.asset().name(), Impact.Hit::effect));
    }

    @Test
    void whatHasAnotherWayIsDegradedAndWhatHasNoneIsLost() {
        Asset utility = made("Utility", AssetKind.POWER);
        Asset generator = made("Generator", AssetKind.POWER);
        Asset rack = made("Rack", AssetKind.SITE, on(utility, generator));
        Asset radio = made("Radio", AssetKind.RADIO, on(rack));
        Asset charger = made("Charger", AssetKind.POWER, on(utility));
        made("Dispatch", AssetKind.SERVICE, on(radio), on(charger));
        assertThat(effects(map.impact(manager, Set.of(utility.id()))))
                .isEqualTo(
                        Map.of(
                                "Rack", Effect.DEGRADED,
                                "Radio", Effect.DEGRADED,
                                "Charger", Effect.LOST,
                                "Dispatch", Effect.LOST));
        assertThat(effects(map.impact(manager, Set.of(utility.id(), generator.id()))))
                .containsEntry("Radio", Effect.LOST);
        assertThat(map.foundation(manager, Set.of(radio.id())))
                .extracting(AssetEntry::name)
                .containsExactly("Generator", "Rack", "Utility");
    }

    @Test
    void whatASupplierDeliversGoesOnUnsupported() {
        Asset acme = made("ACME", AssetKind.SUPPLIER);
        assets.create(ROOT, center, suppliedBy(draft("CAD", AssetKind.CAD), acme));
        assertThat(effects(map.impact(manager, Set.of(acme.id()))))
                .isEqualTo(Map.of("CAD", Effect.UNSUPPORTED));
    }

    @Test
    void whatIsNotInUseCarriesNothing() {
        Asset main = made("Main", AssetKind.TRUNK);
        Asset planned =
                assets.create(
                        ROOT, center, in(AssetState.PLANNED, draft("Planned", AssetKind.TRUNK)));
        made("Phone", AssetKind.PHONE_SYSTEM, on(main, planned));
        assets.create(
                ROOT,
                center,
                in(AssetState.RETIRED, draft("Old", AssetKind.PHONE_SYSTEM, on(main))));
        assertThat(effects(map.impact(manager, Set.of(main.id()))))
                .isEqualTo(Map.of("Phone", Effect.LOST));
    }

    @Test
    void singlePointsOfFailureAreNamedWithTheServicesTheyTakeDown() {
        Asset power = made("Power", AssetKind.POWER);
        Asset one = made("Trunk 1", AssetKind.TRUNK);
        Asset two = made("Trunk 2", AssetKind.TRUNK);
        Asset phone = made("Phone", AssetKind.PHONE_SYSTEM, on(one, two), on(power));
        Asset radio = made("Radio", AssetKind.RADIO, on(power));
        made("Answering", AssetKind.SERVICE, on(phone));
        made("Dispatch", AssetKind.SERVICE, on(radio), on(phone));
        assertThat(map.singlePoints(manager, center))
                .extracting(point -> point.asset().name() + point.services().size())
                .containsExactly("Phone2", "Power2", "Radio1");
        Asset spare = made("Generator", AssetKind.POWER);
        assets.update(
                manager,
                phone.id(),
                1,
                draft("Phone", AssetKind.PHONE_SYSTEM, on(one, two), on(power, spare)));
        assertThat(map.singlePoints(manager, center))
                .extracting(point -> point.asset().name() + point.services().size())
                .containsExactly("Phone2", "Power1", "Radio1");
    }

    @Test
    void aSharedSupplierShowsNothingOfAnotherCenter() {
        String other = platform.center();
        Caller there = manager(other);
        Asset provider =
                assets.create(manager, center, shared(draft("Provider", AssetKind.NETWORK), other));
        made("Our phone", AssetKind.PHONE_SYSTEM, on(provider));
        Asset theirs = assets.create(there, other, draft("Their CAD", AssetKind.CAD, on(provider)));
        Asset open =
                assets.create(
                        there,
                        other,
                        shared(draft("Their hub", AssetKind.NETWORK, on(provider)), center));
        assets.create(there, other, shared(draft("Behind", AssetKind.CAD, on(theirs)), center));
        assertThat(effects(map.impact(manager, Set.of(provider.id()))).keySet())
                .containsExactlyInAnyOrder("Our phone", "Their hub");
        assertThat(effects(map.impact(there, Set.of(provider.id()))).keySet())
                .containsExactlyInAnyOrder("Their CAD", "Their hub", "Behind");
        assertThat(map.around(manager, provider.id()).assets())
                .extracting(AssetEntry::name)
                .containsExactlyInAnyOrder("Provider", "Our phone", "Their hub");
        assertThat(map.foundation(manager, Set.of(open.id())))
                .extracting(AssetEntry::name)
                .containsExactly("Provider");
        Caller both =
                Platform.caller(Map.of(center, Set.of(Role.STAFF), other, Set.of(Role.STAFF)));
        assertThat(effects(map.impact(both, Set.of(provider.id())))).hasSize(4);
    }

    @Test
    void impactOnRandomMapsIsWhatAnExhaustiveSearchFindsAmongWhatIsSeen() {
        Random random = new Random(4);
        for (int round = 0; round < 4; round++) {
            List<String> homes = List.of(platform.center(), platform.center());
            List<Asset> all = new ArrayList<>();
            for (int i = 0; i < 18; i++) {
                String home = homes.get(random.nextInt(2));
                String away = homes.get(homes.get(0).equals(home) ? 1 : 0);
                AssetDraft draft =
                        draft(
                                "Asset " + i,
                                AssetKind.SERVICE,
                                supports(random, home, all).toArray(Support[]::new));
                all.add(
                        assets.create(
                                ROOT,
                                home,
                                in(
                                        random.nextInt(6) == 0
                                                ? AssetState.PLANNED
                                                : AssetState.IN_USE,
                                        random.nextInt(3) == 0 ? shared(draft, away) : draft)));
            }
            for (String home : homes) {
                for (Asset failing : all) {
                    if (seen(failing, home)) {
                        assertThat(effects(map.impact(manager(home), Set.of(failing.id()))))
                                .isEqualTo(expected(all, home, failing));
                    }
                }
                Map<String, Set<String>> points = new HashMap<>();
                all.stream()
                        .filter(asset -> asset.facts().state() == AssetState.IN_USE)
                        .filter(asset -> seen(asset, home))
                        .forEach(
                                asset -> {
                                    Set<String> lost = new HashSet<>();
                                    expected(all, home, asset)
                                            .forEach(
                                                    (name, effect) -> {
                                                        if (effect == Effect.LOST) {
                                                            lost.add(name);
                                                        }
                                                    });
                                    if (!lost.isEmpty()) {
                                        points.put(asset.facts().name(), lost);
                                    }
                                });
                assertThat(
                                map.singlePoints(manager(home), home).stream()
                                        .collect(
                                                Collectors.toMap(
                                                        point -> point.asset().name(),
                                                        ServiceMapTest::services)))
                        .isEqualTo(points);
            }
        }
    }

    private static Set<String> services(SinglePoint point) {
        return point.services().stream().map(AssetEntry::name).collect(Collectors.toSet());
    }

    private static List<Support> supports(Random random, String home, List<Asset> all) {
        List<Asset> below =
                new ArrayList<>(all.stream().filter(asset -> seen(asset, home)).toList());
        java.util.Collections.shuffle(below, random);
        List<Support> supports = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0 && !below.isEmpty(); n--) {
            List<String> choices = new ArrayList<>();
            for (int c = 1 + random.nextInt(2); c > 0 && !below.isEmpty(); c--) {
                choices.add(below.remove(0).id());
            }
            supports.add(new Support(choices));
        }
        return supports;
    }

    private static boolean seen(Asset asset, String home) {
        return asset.center().equals(home) || asset.facts().sharedWith().contains(home);
    }

    /** By asking every asset, again and again, whether it can still work. */
    private static Map<String, Effect> expected(List<Asset> all, String home, Asset failing) {
        Map<String, Asset> counted = new HashMap<>();
        for (Asset asset : all) {
            if (seen(asset, home)
                    && (asset.facts().state() == AssetState.IN_USE || asset.equals(failing))) {
                counted.put(asset.id(), asset);
            }
        }
        Set<String> lost = new HashSet<>(Set.of(failing.id()));
        Set<String> touched = new HashSet<>(Set.of(failing.id()));
        for (int i = 0; i <= all.size(); i++) {
            for (Asset asset : counted.values()) {
                for (Support support : asset.facts().restsOn()) {
                    List<String> choices =
                            support.anyOf().stream().filter(counted::containsKey).toList();
                    if (choices.stream().anyMatch(touched::contains)) {
                        touched.add(asset.id());
                    }
                    if (!choices.isEmpty() && lost.containsAll(choices)) {
                        lost.add(asset.id());
                    }
                }
            }
        }
        touched.remove(failing.id());
        return touched.stream()
                .collect(
                        Collectors.toMap(
                                id -> counted.get(id).facts().name(),
                                id -> lost.contains(id) ? Effect.LOST : Effect.DEGRADED));
    }

    @Test
    void aDrawingStopsWhereNobodyCouldReadIt() {
        List<Support> supports = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            List<String> choices = new ArrayList<>();
            for (int c = 0; c < 6; c++) {
                choices.add(made("Server " + i + "-" + c, AssetKind.SERVER).id());
            }
            supports.add(new Support(choices));
        }
        Asset service = made("Records", AssetKind.SERVICE, supports.toArray(Support[]::new));
        Drawing drawing = map.drawing(manager, center);
        assertThat(drawing.whole()).isFalse();
        assertThat(drawing.assets()).hasSizeLessThanOrEqualTo(SqlServiceMap.MOST_DRAWN);
        Set<String> drawn =
                drawing.assets().stream().map(AssetEntry::id).collect(Collectors.toSet());
        assertThat(drawing.lines())
                .allMatch(line -> drawn.contains(line.asset()) && drawn.contains(line.supporter()))
                .allMatch(line -> line.asset().equals(service.id()));
        assertThat(map.around(manager, service.id()).whole()).isFalse();
    }
}
