package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The inside of the running distribution, seen through its shell. */
@ExtendWith(Shared.class)
class ContainerIT {
    private static final Pattern BUNDLE = Pattern.compile("^ *\\d+ \\| (\\S+) .*");

    @Test
    void everyBundleIsActiveOrAFragmentOfOneThatIs(Installation installation) {
        List<String> bundles =
                installation
                        .shell("bundle:list -t 0")
                        .lines()
                        .filter(line -> BUNDLE.matcher(line).matches())
                        .toList();
        assertThat(bundles).hasSizeGreaterThan(50);
        assertThat(bundles)
                .allMatch(line -> line.contains("| Active") || line.contains(", Hosts:"));
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
