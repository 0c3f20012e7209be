package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.MaintenanceWindow;
import org.tieline.api.asset.Support;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class AssetsTest extends MapTest {
    AssetsTest(Engine engine) {
        super(engine);
    }

    private AssetDraft everything(Asset below, Asset supplier) {
        return new AssetDraft(
                "CAD",
                AssetKind.CAD,
                AssetState.IN_USE,
                Criticality.VITAL,
                Optional.of("Dana, IT"),
                Optional.of(supplier.id()),
                Optional.of("Cards and runners:\n1. Take the red binder."),
                Set.of(CallPath.WIRELINE, CallPath.ALI_ANI),
                List.of(
                        new MaintenanceWindow(
                                DayOfWeek.TUESDAY, LocalTime.of(2, 0), LocalTime.of(4, 30)),
                        new MaintenanceWindow(
                                DayOfWeek.SUNDAY, LocalTime.of(23, 0), LocalTime.of(1, 0))),
                List.of(on(below)),
                Set.of());
    }

    @Test
    void everythingThatIsSaidOfAnAssetIsKept() {
        AssetDraft draft =
                everything(made("Database", AssetKind.DATABASE), made("ACME", AssetKind.SUPPLIER));
        Asset asset = assets.create(manager, center, draft);
        assertThat(assets.get(manager, asset.id())).isEqualTo(asset);
        assertThat(asset.facts()).isEqualTo(draft);
        assertThat(asset.version()).isEqualTo(1);
    }

    @Test
    void everyChangeIsALineOfTheJournalInWords() {
        Asset database = made("Database", AssetKind.DATABASE);
        Asset spare = made("Spare database", AssetKind.DATABASE);
        Asset cad = assets.create(manager, center, draft("CAD", AssetKind.CAD, on(database)));
        assets.update(manager, cad.id(), 1, draft("CAD", AssetKind.CAD, on(database, spare)));
        List<String> lines = platform.journal(center, cad.id());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("created").contains("restsOn", "Database");
        assertThat(lines.get(1))
                .startsWith("changed")
                .contains("Database | Spare database")
                .doesNotContain("criticality");
    }

    @Test
    void aListGoesByNameAPageAtATime() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            names.add("Radio " + i);
        }
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled);
        shuffled.forEach(name -> made(name, AssetKind.RADIO));
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Asset> page =
                    assets.list(manager, AssetFilter.of(center), new PageRequest(3, cursor));
            page.items().forEach(asset -> seen.add(asset.facts().name()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).isEqualTo(names);
    }

    @Test
    void aListIsFilteredByKindStateCriticalityAndWords() {
        made("Phone", AssetKind.PHONE_SYSTEM);
        made("Radio core", AssetKind.RADIO);
        assets.create(ROOT, center, in(AssetState.RETIRED, draft("Old radio", AssetKind.RADIO)));
        assertThat(names(AssetFilter.of(center).among(AssetKind.RADIO)))
                .containsExactly("Old radio", "Radio core");
        assertThat(names(filter(Optional.of("RADIO"), Optional.of(AssetState.IN_USE))))
                .containsExactly("Radio core");
        assertThat(names(filter(Optional.of("100%"), Optional.empty()))).isEmpty();
        assertThat(assets.list(ROOT, AssetFilter.of(center), PageRequest.FIRST).items()).hasSize(3);
        assertThat(assets.list(ROOT, AssetFilter.ALL, new PageRequest(200, Optional.empty())))
                .isNotNull();
    }

    private AssetFilter filter(Optional<String> text, Optional<AssetState> state) {
        return new AssetFilter(
                Optional.of(center), text, Optional.empty(), state, Optional.empty());
    }

    private List<String> names(AssetFilter filter) {
        return assets.list(manager, filter, PageRequest.FIRST).items().stream()
                .map(asset -> asset.facts().name())
                .toList();
    }

    @Test
    void aNameIsGivenOnceInACenterWhateverItsCase() {
        made("CAD", AssetKind.CAD);
        assertThatThrownBy(() -> made("cad", AssetKind.CAD))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("taken");
        assertThat(assets.create(ROOT, platform.center(), draft("CAD", AssetKind.CAD))).isNotNull();
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        AssetDraft bad =
                new AssetDraft(
                        "x".repeat(100_000),
                        AssetKind.SUPPLIER,
                        AssetState.IN_USE,
                        Criticality.LOW,
                        Optional.of(" "),
                        Optional.of("nobody"),
                        Optional.of("y".repeat(4_001)),
                        Set.of(),
                        List.of(
                                new MaintenanceWindow(
                                        DayOfWeek.MONDAY, LocalTime.of(2, 0), LocalTime.of(2, 0))),
                        List.of(new Support(List.of()), new Support(List.of("a", "a"))),
                        Set.of(center));
        Invalid refusal =
                catchThrowableOfType(Invalid.class, () -> assets.create(manager, center, bad));
        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .contains(
                        "name",
                        "owner",
                        "supplier",
                        "fallback",
                        "maintenance[0]",
                        "restsOn[0]",
                        "restsOn[1]",
                        "sharedWith");
        assertThat(refusal.getMessage().length()).isLessThan(3_000);
    }

    @Test
    void markupIsKeptAsTheTextItIs() {
        String name = "<script>alert('CAD')</script> & \"co\"";
        assertThat(assets.get(manager, made(name, AssetKind.CAD).id()).facts().name())
                .isEqualTo(name);
    }

    @Test
    void whoIsOvertakenIsToldWhatHappened() {
        Asset cad = made("CAD", AssetKind.CAD);
        assets.update(ROOT, cad.id(), 1, draft("CAD 2", AssetKind.CAD));
        Stale stale =
                catchThrowableOfType(
                        Stale.class,
                        () -> assets.update(manager, cad.id(), 1, draft("CAD 3", AssetKind.CAD)));
        assertThat(stale.version()).isEqualTo(2);
        assertThat(stale.since().get(0).changes().get(0).after()).contains("CAD 2");
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        Asset power = made("Power", AssetKind.POWER);
        Asset network = made("Network", AssetKind.NETWORK, on(power));
        Asset control = made("Power control", AssetKind.SERVER, on(network));
        Invalid refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                assets.update(
                                        manager,
                                        power.id(),
                                        1,
                                        draft("Power", AssetKind.POWER, on(control))));
        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("restsOn");
        assertThat(refusal.getMessage())
                .contains("circle", "\"Power\"", "\"Network\"", "\"Power control\"", "depends on");
        assertThat(assets.get(manager, power.id()).facts().restsOn()).isEmpty();
        assertThat(
                        catchThrowableOfType(
                                        Invalid.class,
                                        () ->
                                                assets.update(
                                                        manager,
                                                        power.id(),
                                                        1,
                                                        draft("Power", AssetKind.POWER, on(power))))
                                .getMessage())
                .contains("itself");
    }

    @Test
    void whatBelongsToAnotherCenterDoesNotExist() {
        Asset cad = made("CAD", AssetKind.CAD);
        String elsewhere = platform.center();
        Caller stranger = manager(elsewhere);
        assertThatThrownBy(() -> assets.get(stranger, cad.id()))
                .isInstanceOf(NotFound.class)
                .hasMessage("There is no asset " + cad.id() + ".");
        assertThatThrownBy(() -> assets.update(stranger, cad.id(), 1, cad.facts()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assets.restingOn(stranger, cad.id(), PageRequest.FIRST))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> map.impact(stranger, Set.of(cad.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> map.around(stranger, cad.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> assets.list(stranger, AssetFilter.of(center), PageRequest.FIRST))
                .isInstanceOf(NotFound.class);
        assertThat(assets.list(stranger, AssetFilter.ALL, PageRequest.FIRST).items()).isEmpty();
        assertThat(assets.entries(stranger, List.of(cad.id()))).isEmpty();
        AssetDraft onForeign = draft("Phone", AssetKind.PHONE_SYSTEM, on(cad));
        AssetDraft onNothing =
                draft("Phone", AssetKind.PHONE_SYSTEM, new Support(List.of(unknown(cad.id()))));
        assertThat(refused(stranger, elsewhere, onForeign).replace(cad.id(), "X"))
                .isEqualTo(refused(stranger, elsewhere, onNothing).replace(unknown(cad.id()), "X"));
    }

    private static String unknown(String id) {
        return id.substring(0, id.length() - 4) + "0000";
    }

    private String refused(Caller caller, String where, AssetDraft draft) {
        return catchThrowableOfType(Invalid.class, () -> assets.create(caller, where, draft))
                .getMessage();
    }

    @Test
    void aSharedAssetIsSeenThereAndChangedAtHomeOnly() {
        String other = platform.center();
        Caller there = manager(other);
        Asset site = made("Tower", AssetKind.SITE);
        Asset ring =
                assets.create(
                        manager,
                        center,
                        shared(
                                draft("Ring", AssetKind.NETWORK, on(site)),
                                other,
                                platform.center()));
        Asset seen = assets.get(there, ring.id());
        assertThat(seen.facts().name()).isEqualTo("Ring");
        assertThat(seen.facts().restsOn()).isEmpty();
        assertThat(seen.facts().sharedWith()).containsExactly(other);
        assertThat(assets.list(there, AssetFilter.of(other), PageRequest.FIRST).items())
                .containsExactly(seen);
        assertThatThrownBy(() -> assets.update(there, ring.id(), 1, seen.facts()))
                .isInstanceOf(Forbidden.class);
        assertThat(assets.create(there, other, draft("Phone", AssetKind.PHONE_SYSTEM, on(ring))))
                .isNotNull();
        assertThat(assets.restingOn(manager, ring.id(), PageRequest.FIRST).items()).isEmpty();
        assertThat(assets.restingOn(there, ring.id(), PageRequest.FIRST).items())
                .extracting(AssetEntry::name)
                .containsExactly("Phone");
    }

    @Test
    void whoeverIsNoLongerSharedWithStopsRestingOnIt() {
        String other = platform.center();
        Caller there = manager(other);
        Asset ring =
                assets.create(manager, center, shared(draft("Ring", AssetKind.NETWORK), other));
        Asset spare = assets.create(there, other, draft("LTE", AssetKind.NETWORK));
        Asset phone =
                assets.create(
                        there, other, draft("Phone", AssetKind.PHONE_SYSTEM, on(ring, spare)));
        assets.update(manager, ring.id(), 1, draft("Ring", AssetKind.NETWORK));
        assertThat(assets.get(there, phone.id()).facts().restsOn()).containsExactly(on(spare));
        assertThatThrownBy(() -> assets.get(there, ring.id())).isInstanceOf(NotFound.class);
        assertThat(platform.journal(other, phone.id()).get(1)).contains("restsOn");
    }

    @Test
    void aCircleThroughARecordThatIsNotSeenNamesOnlyWhatIs() {
        String other = platform.center();
        Caller there = manager(other);
        Asset ring =
                assets.create(manager, center, shared(draft("Ring", AssetKind.NETWORK), other));
        Asset secret =
                assets.create(there, other, draft("Secret server", AssetKind.SERVER, on(ring)));
        Asset shown =
                assets.create(
                        there,
                        other,
                        shared(draft("Shared CAD", AssetKind.CAD, on(secret)), center));
        assertThatThrownBy(
                        () ->
                                assets.update(
                                        manager,
                                        ring.id(),
                                        1,
                                        shared(draft("Ring", AssetKind.NETWORK, on(shown)), other)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Shared CAD")
                .hasMessageNotContaining("Secret");
    }

    @Test
    void onlyThoseWhoAnswerForTheCenterShare() {
        Caller changes = Platform.caller(center, Role.CHANGE_MANAGER);
        String other = platform.center();
        AssetDraft ring = draft("Ring", AssetKind.NETWORK);
        assertThatThrownBy(() -> assets.create(changes, center, shared(ring, other)))
                .isInstanceOf(Forbidden.class);
        Asset made = assets.create(changes, center, ring);
        assertThatThrownBy(() -> assets.update(changes, made.id(), 1, shared(ring, other)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () -> assets.update(manager, made.id(), 1, shared(ring, "no-such-center")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(
                        () ->
                                assets.create(
                                        Platform.caller(center, Role.STAFF),
                                        center,
                                        draft("X", AssetKind.OTHER)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aCenterThatDoesNotExistHasNoAssets() {
        assertThatThrownBy(() -> assets.create(ROOT, "no-such-center", draft("X", AssetKind.CAD)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> map.singlePoints(ROOT, "no-such-center"))
                .isInstanceOf(NotFound.class);
    }
}
