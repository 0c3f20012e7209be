package org.tieline.api.lessons;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A lesson that somebody must look at again.
 *
 * @param since the day that was set for it, or on which a reader first said that it is outdated
 * @param told whether a reader said so
 */
public record DueLesson(String id, String title, LocalDate since, boolean told) {
    public DueLesson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(since, "since");
    }
}
