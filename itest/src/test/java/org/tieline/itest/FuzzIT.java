package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.itest.fuzz.FuzzRun;

/**
 * Thousands of requests that are right but for something. An installation of its own: what is sent
 * by the administrator may change it for everybody.
 */
class FuzzIT {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests");
    private static final long SEED = FuzzRun.seed(System.getProperty("fuzz.seed"));

    @Test
    void nothingThatIsSentBreaksTheServerOrShowsItsInside() {
        FuzzRun run = FuzzRun.of(Map.of(), SEED, REQUESTS);
        System.out.println("Seed " + SEED + ": " + run);
        assertThat(run.report().wrong()).as("seed " + SEED).isEmpty();
        assertThat(run.errors()).as("seed " + SEED).isEmpty();
        assertThat(run.report().count()).isEqualTo(REQUESTS);
        assertThat(run.report().spoiled(1)).isGreaterThan(REQUESTS / 2);
        assertThat(run.report().ofClass(2)).isGreaterThan(REQUESTS / 20);
    }
}
