package org.tieline.web.internal.system;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tieline.web.Tone;

/** What tests of other packages need of this one. */
public final class SystemSamples {
    private SystemSamples() {}

    public static Map<String, Object> parameters(UnaryOperator<String> spoken) {
        return Map.of(
                "checks",
                        List.of(
                                new Check(
                                        spoken.apply("Disk"),
                                        Tone.NOTICE,
                                        "Look at this",
                                        List.of(
                                                spoken.apply(
                                                        "11 % of 40 GiB is free; below 5 % nothing can be saved."))),
                                new Check(
                                        spoken.apply("Database"),
                                        Tone.GOOD,
                                        "Good",
                                        List.of(spoken.apply("Derby 10.16.1.1 answers in 1 ms."))),
                                new Check(
                                        "Journal",
                                        Tone.GOOD,
                                        "Good",
                                        List.of("18,442 lines; last verified 3 hours ago."))),
                "machine", RuntimeInfo.now(),
                "bundles",
                        List.of(
                                new Part("Tieline API", "1.0.0", false, Tone.GOOD, "Running"),
                                new Part("Tieline core", "1.0.0", false, Tone.GOOD, "Running"),
                                new Part(
                                        spoken.apply("Acme CAD link"),
                                        "2.3.0",
                                        true,
                                        Tone.BAD,
                                        "Something it needs is missing")),
                "others", 71L,
                "followers", List.of(new SystemPages.Following(spoken.apply("search"), 18_430, 12)),
                "head", 18_442L);
    }
}
