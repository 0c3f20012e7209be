package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.error.Conflict;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.spi.DemoRecords;

class AssetDemoTest extends MapTest {
    AssetDemoTest(Engine engine) {
        super(engine);
    }

    @Test
    void theDemonstrationIsWrittenOnceAndHoldsSomethingToSee() {
        List.of(DemoRecords.COUNTY, DemoRecords.BACKUP, DemoRecords.CITY).forEach(this::register);
        AssetDemo demo =
                new AssetDemo(assets, new AssetFiles(store, platform.access, platform.centers));
        demo.write(ROOT);
        List<Asset> written = county();
        assertThat(written).hasSizeGreaterThan(30);
        assertThat(map.singlePoints(ROOT, DemoRecords.COUNTY))
                .extracting(point -> point.asset().name())
                .contains("Equipment room power", "CAD")
                .doesNotContain("Trunk group A", "Generator");
        assertThat(map.singlePoints(ROOT, DemoRecords.CITY))
                .extracting(point -> point.asset().name())
                .contains("Harbor Fiber");
        demo.write(ROOT);
        assertThat(county()).isEqualTo(written);
    }

    private void register(String id) {
        try {
            platform.centers.create(ROOT, id, Platform.draft(id));
        } catch (Conflict there) {
            // another test has registered it
        }
    }

    private List<Asset> county() {
        return assets.list(
                        ROOT,
                        AssetFilter.of(DemoRecords.COUNTY),
                        new PageRequest(200, Optional.empty()))
                .items();
    }
}
