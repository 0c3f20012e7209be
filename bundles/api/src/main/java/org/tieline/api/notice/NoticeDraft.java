package org.tieline.api.notice;

import java.util.Objects;
import java.util.Set;

/**
 * What people shall be told.
 *
 * @param to ids of the people, at most {@value #MAX_TO}; those who do not exist or have left get
 *     nothing
 * @param topic name of a {@link org.tieline.spi.notice.NoticeTopic}, which people can switch off
 * @param title what it is, on one line, 1 to {@value #MAX_TITLE} characters
 * @param text more of it in plain text, at most {@value #MAX_TEXT} characters; may be empty
 * @param path absolute path of the page to open, at most {@value #MAX_PATH} characters
 * @param center id of the center it is about, or {@link org.tieline.api.access.Caller#EVERYWHERE}
 * @param key what makes it this notice and no other, such as {@code approval:CHG-2026-0042:2}, 1 to
 *     {@value #MAX_KEY} characters: nobody gets two notices with the same key
 */
public record NoticeDraft(
        Set<String> to,
        String topic,
        String title,
        String text,
        String path,
        String center,
        String key) {
    public static final int MAX_TO = 10_000;
    public static final int MAX_TITLE = 300;
    public static final int MAX_TEXT = 10_000;
    public static final int MAX_PATH = 500;
    public static final int MAX_KEY = 200;

    public NoticeDraft {
        to = Set.copyOf(to);
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(key, "key");
    }
}
