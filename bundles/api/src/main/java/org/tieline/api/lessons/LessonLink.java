package org.tieline.api.lessons;

import java.util.Objects;

/**
 * Where to read more.
 *
 * @param title what is there, 1 to 200 characters
 * @param url an absolute address beginning with {@code https://}, at most 1,000 characters
 */
public record LessonLink(String title, String url) {
    public LessonLink {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(url, "url");
    }
}
