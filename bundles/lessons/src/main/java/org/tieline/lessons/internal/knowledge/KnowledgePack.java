package org.tieline.lessons.internal.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * A bundle that brings lessons.
 *
 * @param name its symbolic name
 * @param lessons how many of its lessons are there
 * @param faults what is wrong with its files, by file
 */
public record KnowledgePack(
        String name, String version, int lessons, List<String> faults, Instant updated) {
    public KnowledgePack {
        faults = List.copyOf(faults);
    }
}
