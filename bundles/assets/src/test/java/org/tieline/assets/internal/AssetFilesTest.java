package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.core.imports.RowFault;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class AssetFilesTest extends MapTest {
    private static final String COUNTY =
            """
            name,kind,criticality,rests_on,maintenance_windows,call_paths,fallback
            Call answering,service,vital,Phone system,,,
            Phone system,Phone system,vital,Trunk A | Trunk B; Power,Tue 02:00-04:00; Sun 3:00-5:00,wireline; text,"Use the cell phones.
            Call the backup center."
            Trunk A,trunk,high,,,,
            Trunk B,trunk,high,,,,
            Power,power,vital,,,,
            """;

    private final AssetFiles files;

    AssetFilesTest(Engine engine) {
        super(engine);
        files = new AssetFiles(store, platform.access, platform.centers);
    }

    private ImportReport read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportReport read(byte[] bytes) {
        return files.read(manager, center, bytes, false);
    }

    private List<Asset> all() {
        return assets.list(manager, AssetFilter.of(center), new PageRequest(200, Optional.empty()))
                .items();
    }

    private Asset named(String name) {
        return all().stream()
                .filter(asset -> asset.facts().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsMayNameOneAnotherInAnyOrder() {
        ImportReport report = read(COUNTY);
        assertThat(report.faults()).isEmpty();
        assertThat(report.added()).isEqualTo(5);
        Asset phone = named("Phone system");
        assertThat(phone.facts().restsOn())
                .containsExactly(on(named("Trunk A"), named("Trunk B")), on(named("Power")));
        assertThat(phone.facts().maintenance()).hasSize(2);
        assertThat(phone.facts().callPaths())
                .containsExactlyInAnyOrder(CallPath.WIRELINE, CallPath.TEXT);
        assertThat(phone.facts().fallback())
                .contains("Use the cell phones.\nCall the backup center.");
        assertThat(map.singlePoints(manager, center))
                .extracting(point -> point.asset().name())
                .containsExactly("Phone system", "Power");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        read(COUNTY);
        ImportReport again = read(COUNTY);
        assertThat(again.unchanged()).isEqualTo(5);
        assertThat(named("Power").version()).isEqualTo(1);
    }

    @Test
    void whatIsExportedIsImportedAsItWas() throws IOException {
        read(COUNTY);
        Asset acme = made("@ACME =1+1", AssetKind.SUPPLIER);
        assets.create(
                manager,
                center,
                suppliedBy(draft("Müller & Söhne – \"CAD\"", AssetKind.CAD), acme));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(manager, center, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'@ACME =1+1");
        assertThat(read(out.toByteArray()).unchanged()).isEqualTo(7);
        String elsewhere = platform.center();
        ImportReport moved = files.read(manager(elsewhere), elsewhere, out.toByteArray(), false);
        assertThat(moved.faults()).isEmpty();
        assertThat(moved.added()).isEqualTo(7);
    }

    @Test
    void aColumnThatIsNotThereLeavesWhatWasThere() {
        read(COUNTY);
        read("name,kind,owner\nPhone system,phone-system,Dana\n");
        Asset phone = named("Phone system");
        assertThat(phone.facts().owner()).contains("Dana");
        assertThat(phone.facts().restsOn()).hasSize(2);
        assertThat(phone.facts().criticality()).isEqualTo(Criticality.VITAL);
        read("name,kind,owner\nPhone system,phone-system,\n");
        assertThat(named("Phone system").facts().owner()).isEmpty();
    }

    @Test
    void everyFaultyRowIsNamedAndNothingIsImported() {
        ImportReport report =
                read(
                        """
                        name;kind;state;supplier;maintenance_windows;rests_on
                        Good;cad;in use;;;
                        ;cad;;;;
                        Bad kind;banana;;;;
                        Ragged;cad;;
                        Twice;cad;;;;
                        twice;cad;;;;
                        Lost;cad;;Nobody;Moonday 02:00-04:00;Nothing
                        Supplied;cad;;Good;;
                        """);
        assertThat(report.faults().stream().map(fault -> fault.row() + " " + fault.column()))
                .containsExactlyInAnyOrder(
                        "3 name",
                        "4 kind",
                        "5 ",
                        "7 name",
                        "8 supplier",
                        "8 maintenance_windows",
                        "8 rests_on",
                        "9 supplier");
        assertThat(report.faults().stream().filter(fault -> fault.row() == 5).findFirst().get())
                .matches(fault -> fault.message().contains("4 cells"))
                .matches(fault -> fault.message().contains("6"));
        assertThat(all()).isEmpty();
    }

    @Test
    void aCircleInAFileIsRefusedAndNamed() {
        ImportReport report =
                read("name,kind,rests_on\nA,server,B\nB,server,C\nC,server,A\nD,server,\n");
        assertThat(report.good()).isFalse();
        assertThat(report.faults().get(0).message())
                .contains("circle", "\"A\"", "\"B\"", "\"C\"")
                .doesNotContain("\"D\"");
        assertThat(all()).isEmpty();
    }

    @Test
    void aCheckWritesNothing() {
        ImportReport report =
                files.read(manager, center, COUNTY.getBytes(StandardCharsets.UTF_8), true);
        assertThat(report.added()).isEqualTo(5);
        assertThat(all()).isEmpty();
        assertThat(platform.journalText()).doesNotContain(center + ", asset");
    }

    @Test
    void aFileFromWindowsIsReadInItsOwnEncoding() {
        String text = "name,kind\nBüro – Süd,site\n";
        assertThat(read(text.getBytes(Charset.forName("windows-1252"))).good()).isTrue();
        assertThat(named("Büro – Süd").facts().kind()).isEqualTo(AssetKind.SITE);
        assertThat(read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).unchanged())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoTextIsRefusedWithAWayOut() {
        refused("name,kind\nA,cad\n".getBytes(StandardCharsets.UTF_16), "UTF-16");
        refused(new byte[] {'P', 'K', 3, 4, 20, 0}, "workbook");
        refused(new byte[] {'n', (byte) 0x81, (byte) 0xff}, "Windows-1252");
        refused("name,kind\nA\u0000B,cad\n".getBytes(StandardCharsets.UTF_8), "U+0000");
        refused(new byte[0], "empty");
        refused("name,kind\n\"A,cad\n".getBytes(StandardCharsets.UTF_8), "quotation mark");
    }

    private void refused(byte[] bytes, String because) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(because);
    }

    @Test
    void aHeaderThatIsNotKnownIsNamed() {
        ImportReport report = read("name,color,name\nA,red,B\n");
        assertThat(report.faults())
                .extracting(RowFault::column)
                .containsExactlyInAnyOrder("color", "name", "kind");
        assertThat(report.faults().get(0).message()).contains("maintenance_windows");
    }

    @Test
    void tooManyRowsAreRefused() {
        String rows =
                IntStream.rangeClosed(0, AssetFiles.MAX_ROWS)
                        .mapToObj(i -> "A" + i + ",cad\n")
                        .collect(Collectors.joining("", "name,kind\n", ""));
        assertThatThrownBy(() -> read(rows)).hasMessageContaining("5000");
    }

    @Test
    void aFormulaIsTextOnTheWayOutAndItselfOnTheWayIn() throws IOException {
        made("=HYPERLINK(\"x\")", AssetKind.CAD);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(manager, center, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("'=HYPERLINK")
                .doesNotContain("\n=");
        assertThat(read(out.toByteArray()).unchanged()).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoMayChangeTheMapImport() {
        byte[] file = COUNTY.getBytes(StandardCharsets.UTF_8);
        Caller staff = Platform.caller(center, Role.STAFF);
        assertThatThrownBy(() -> files.read(staff, center, file, false))
                .isInstanceOf(Forbidden.class);
        Caller foreign = manager(platform.center());
        assertThatThrownBy(() -> files.read(foreign, center, file, false))
                .isInstanceOf(NotFound.class);
        Caller changes = Platform.caller(center, Role.CHANGE_MANAGER);
        byte[] sharing =
                ("name,kind,shared_with\nRing,network," + platform.center() + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> files.read(changes, center, sharing, false))
                .isInstanceOf(Forbidden.class);
        assertThat(files.read(manager, center, sharing, false).added()).isEqualTo(1);
    }

    @Test
    void aSharedAssetIsNamedWithItsCenter() {
        String other = platform.center();
        assets.create(ROOT, other, shared(draft("Ring", AssetKind.NETWORK), center));
        assertThat(read("name,kind,rests_on\nPhone,phone-system," + other + "/Ring\n").good())
                .isTrue();
        assertThat(files.text(manager, named("Phone")).restsOn()).containsExactly(other + "/Ring");
    }

    @Test
    void aMapOfTwoThousandIsImportedAndItsSinglePointsFound() {
        String rows =
                IntStream.range(0, 2_000)
                        .mapToObj(
                                i ->
                                        "Asset "
                                                + i
                                                + (i < 50 ? ",service," : ",server,")
                                                + below(i)
                                                + "\n")
                        .collect(Collectors.joining("", "name,kind,rests_on\n", ""));
        assertThat(read(rows).added()).isEqualTo(2_000);
        assertThat(map.singlePoints(manager, center)).isNotEmpty();
        assertThat(
                        map.impact(
                                        manager,
                                        Set.of(
                                                map.singlePoints(manager, center)
                                                        .get(0)
                                                        .asset()
                                                        .id()))
                                .hits())
                .hasSizeGreaterThan(900);
    }

    private static String below(int i) {
        return i * 2 + 52 < 2_000
                ? "Asset " + (i * 2 + 50) + " | Asset " + (i * 2 + 51) + "; Asset 1999"
                : "";
    }

    @Test
    void whatPeopleWriteInAFormIsReadWithAllItsFaults() {
        made("Power", AssetKind.POWER);
        AssetText text =
                new AssetText(
                        "Phone",
                        "phone-system",
                        "in-use",
                        "vital",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("a\r\nb"),
                        List.of("wireline"),
                        List.of("Friday 23:00-01:00"),
                        List.of(" power "),
                        List.of());
        AssetDraft draft = files.draft(manager, center, text);
        assertThat(draft.restsOn()).containsExactly(on(named("Power")));
        assertThat(draft.fallback()).contains("a\nb");
        assertThat(draft.state()).isEqualTo(AssetState.IN_USE);
    }
}
