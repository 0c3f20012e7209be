package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inside of the running distribution, seen through its shell. */
@ExtendWith(Shared.class)
class ContainerIT {
    @Test
    void everyBundleRuns(Installation installation) {
        assertThat(installation.shell("tieline:bundle-list"))
                .contains("org.tieline.console", "org.apache.cxf.cxf-core");
    }

    @Test
    void everyComponentIsSatisfied(Installation installation) {
        String components = installation.shell("scr:list");
        assertThat(components).contains("org.tieline.store.", "org.tieline.core.");
        assertThat(components.lines()).noneMatch(line -> line.contains("UNSATISFIED"));
    }

    @Test
    void noFeatureWaits(Installation installation) {
        List<String> features =
                installation
                        .shell("feature:list -i")
                        .lines()
                        .filter(line -> line.startsWith("tieline"))
                        .toList();
        assertThat(features).isNotEmpty().allMatch(line -> line.contains("Started"));
    }
}
