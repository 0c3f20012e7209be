package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.RowFault;
import org.tieline.core.internal.Engine;

/** What other products export comes in, each as it is delivered. */
class AssetMappingTest extends MapTest {
    private final AssetFiles files;

    AssetMappingTest(Engine engine) {
        super(engine);
        files = new AssetFiles(store, platform.access, platform.centers);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = AssetMappingTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private ImportReport read(byte[] content, Optional<AssetKind> kind, String... map) {
        return files.read(
                manager,
                center,
                content,
                columns ->
                        AssetMapping.of(
                                ColumnMapping.guess(AssetField.class, columns)
                                        .with(List.of(map), columns),
                                kind),
                false);
    }

    private ImportReport read(String content) {
        return read(content.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    /** Returns kind, state, criticality and owner of all assets by their names. */
    private Map<String, String> there() {
        Map<String, String> there = new TreeMap<>();
        for (Asset asset :
                assets.list(manager, AssetFilter.of(center), new PageRequest(200, Optional.empty()))
                        .items()) {
            AssetDraft facts = asset.facts();
            there.put(
                    facts.name(),
                    facts.kind()
                            + " "
                            + facts.state()
                            + " "
                            + facts.criticality()
                            + facts.owner().map(owner -> " " + owner).orElse(""));
        }
        return there;
    }

    @Test
    void anExportOfServiceNowComesIn() throws IOException {
        ImportReport report = read(file("servicenow.csv"), Optional.empty());
        assertThat(report.faults()).isEmpty();
        assertThat(there())
                .containsExactly(
                        Map.entry("CAD database 1", "DATABASE IN_USE VITAL Dana Whitfield"),
                        Map.entry("Console 4", "WORKSTATION RETIRED LOW"),
                        Map.entry("UPS room B", "POWER PLANNED MEDIUM"),
                        Map.entry("cad-app-01", "SERVER IN_USE VITAL Dana Whitfield"),
                        Map.entry("psap-core-sw1", "NETWORK IN_USE HIGH"));
        assertThat(report.unmapped())
                .containsExactly(
                        "asset_tag",
                        "serial_number",
                        "manufacturer",
                        "model_id",
                        "install_status",
                        "location");
    }

    @Test
    void anExportOfITopComesInWithAKindForAllRows() throws IOException {
        ImportReport lacking = read(file("itop.csv"), Optional.empty());
        assertThat(lacking.faults())
                .extracting(RowFault::toString)
                .containsExactly(
                        "row 1: kind is taken from no column; choose one, or a kind for all rows");
        ImportReport report = read(file("itop.csv"), Optional.of(AssetKind.SERVER));
        assertThat(report.faults()).isEmpty();
        assertThat(there())
                .containsExactly(
                        Map.entry("SRV-ALI-01", "SERVER IN_USE HIGH Harbor County"),
                        Map.entry("SRV-LOG-01", "SERVER PLANNED MEDIUM Harbor County"),
                        Map.entry("SRV-OLD-01", "SERVER RETIRED LOW Bay City"));
        assertThat(report.unmapped())
                .contains("Brand->Name", "Model->Name", "Serial number", "Asset number");
    }

    @Test
    void anExportOfGlpiComesIn() throws IOException {
        ImportReport report = read(file("glpi.csv"), Optional.empty());
        assertThat(report.faults()).isEmpty();
        assertThat(there())
                .containsExactly(
                        Map.entry("GEN-01", "POWER RETIRED MEDIUM"),
                        Map.entry("PC-DISPATCH-01", "WORKSTATION IN_USE MEDIUM"),
                        Map.entry("SRV-REC-01", "SERVER IN_USE MEDIUM"));
        assertThat(report.unmapped()).contains("Manufacturers", "Inventory number", "Locations");
    }

    @Test
    void anExportOfSnipeItComesInAndNamesTheKindThatIsNotKnown() throws IOException {
        ImportReport refused = read(file("snipe-it.csv"), Optional.empty());
        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.faults().get(0))
                .returns(4L, RowFault::row)
                .returns("Category", RowFault::column)
                .returns("Modems", RowFault::value);
        ImportReport report = read(file("snipe-it.csv"), Optional.of(AssetKind.OTHER));
        assertThat(report.faults()).isEmpty();
        assertThat(there())
                .containsExactly(
                        Map.entry("Call taker 3", "WORKSTATION PLANNED MEDIUM"),
                        Map.entry("Old modem", "OTHER RETIRED MEDIUM"),
                        Map.entry("Portable radio 12", "RADIO IN_USE MEDIUM"));
    }

    @Test
    void theSameFileTwiceChangesNothingAndAKindGivenByHandStays() throws IOException {
        read(file("itop.csv"), Optional.of(AssetKind.SERVER));
        ImportReport again = read(file("itop.csv"), Optional.of(AssetKind.NETWORK));
        assertThat(again.unchanged()).isEqualTo(3);
    }

    @Test
    void anotherColumnCanBeChosenForAField() throws IOException {
        ImportReport report =
                read(
                        file("snipe-it.csv"),
                        Optional.of(AssetKind.OTHER),
                        "name:Asset Tag",
                        "owner:Company",
                        "state:");
        assertThat(report.faults()).isEmpty();
        assertThat(there())
                .containsEntry("HC-0412", "RADIO IN_USE MEDIUM Harbor County")
                .containsEntry("HC-0044", "OTHER IN_USE MEDIUM Harbor County");
        assertThat(report.unmapped()).contains("Asset Name", "Status").doesNotContain("Company");
    }

    @Test
    void aValueThatIsNotReadIsNamedWithItsRowAndColumn() {
        ImportReport report = read("Asset Name,Types,Status\nA,Server,Lent\nB,Server,Deployed\n");
        assertThat(report.faults())
                .singleElement()
                .hasToString(
                        "row 2: Status is \"Lent\", but must be one of planned, in-use, retired");
        assertThat(there()).isEmpty();
    }

    @Test
    void aFileWithoutNamesIsRefused() {
        assertThat(read("Title,Kind\nA,server\n").faults())
                .extracting(RowFault::column)
                .containsExactly("name");
    }

    @Test
    void theExportNeedsNoMapping() {
        assertThat(AssetMapping.isOwn(List.of("name", "kind", "Call Paths"))).isTrue();
        assertThat(AssetMapping.isOwn(List.of("name", "kind", "color"))).isFalse();
        assertThat(AssetMapping.isOwn(List.of("name", "kind", "kind"))).isFalse();
        assertThat(AssetMapping.isOwn(List.of("name", "owner"))).isFalse();
    }
}
