package org.tieline.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is asked of the management of changes in a region, the same each time. */
final class ChangeCalls {
    private final Random random = new Random(44);
    private final Region region;
    private final Instant now;

    ChangeCalls(Region region, Instant now) {
        this.region = region;
        this.now = now;
    }

    Region.Center center() {
        return region.centers().get(random.nextInt(Region.CENTERS));
    }

    String asset() {
        return asset(center());
    }

    /** The path of a month of a center's calendar. */
    String month() {
        Instant from = now.plus(Duration.ofDays(random.nextInt(20)));
        return "/changes?order=window&limit=200&center=%s&from=%s&to=%s"
                .formatted(center().id(), from, from.plus(Duration.ofDays(31)));
    }

    /** A change of two assets with an implementer and two steps. */
    Map<String, Object> draft() {
        Region.Center center = center();
        Instant start =
                now.plus(Duration.ofHours(2 + random.nextInt(24 * 50)))
                        .truncatedTo(ChronoUnit.HOURS);
        return Map.of(
                "center",
                center.id(),
                "title",
                "Update of the recorder",
                "type",
                "normal",
                "what",
                "The vendor's patch, one server at a time.",
                "assets",
                List.of(asset(center), center.near().get(0)),
                "window",
                Map.of(
                        "start",
                        start.toString(),
                        "end",
                        start.plus(Duration.ofHours(3)).toString()),
                "implementer",
                List.copyOf(center.implementers().keySet())
                        .get(random.nextInt(center.implementers().size())),
                "backOutPlan",
                "The image of the day before.",
                "steps",
                List.of(
                        Map.of("kind", "implement", "what", "Patch the standby"),
                        Map.of("kind", "test-call", "what", "Call from a landline")));
    }

    private String asset(Region.Center center) {
        return center.near().get(1 + random.nextInt(center.near().size() - 1));
    }
}
