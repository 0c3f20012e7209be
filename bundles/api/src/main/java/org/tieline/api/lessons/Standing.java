package org.tieline.api.lessons;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a lesson is used and what came of it, as far as it may be known. A number of centers that
 * is below {@link #FEWEST} is not told.
 *
 * @param adopted how many centers use it
 * @param better how many of these say that it made things better
 * @param uses the centers that let others know
 * @param best since when it is a best practice
 */
public record Standing(
        Optional<Integer> adopted,
        Optional<Integer> better,
        List<Use> uses,
        Optional<Instant> best) {
    /** The smallest number of centers that is told. */
    public static final int FEWEST = 3;

    public Standing {
        Objects.requireNonNull(adopted, "adopted");
        Objects.requireNonNull(better, "better");
        uses = List.copyOf(uses);
        Objects.requireNonNull(best, "best");
    }

    /** A center that lets others know that it uses the lesson. */
    public record Use(String center, Uptake uptake, Optional<Effect> effect) {
        public Use {
            Objects.requireNonNull(center, "center");
            Objects.requireNonNull(uptake, "uptake");
            Objects.requireNonNull(effect, "effect");
        }
    }
}
