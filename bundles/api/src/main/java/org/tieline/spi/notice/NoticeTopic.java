package org.tieline.spi.notice;

import java.util.Objects;

/**
 * Something that notices are posted about.
 *
 * @param name a word for programs, such as {@code approval}: 1 to 40 lower-case letters, digits and
 *     hyphens, beginning with a letter. Those who share a name share the switch
 * @param label a few plain words, such as "A change waits for my vote"
 * @param hint a sentence that says when such notices come
 * @param shown true if they are shown in the application unless a person switches that off
 * @param mailed true if they are sent by mail, where mail is set up, unless a person switches that
 *     off
 */
public record NoticeTopic(String name, String label, String hint, boolean shown, boolean mailed) {
    public static final String NAME = "[a-z][a-z0-9-]{0,39}";

    public NoticeTopic {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(hint, "hint");
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "A topic's name is 1 to 40 lower-case letters, digits and hyphens, but this is"
                            + " \""
                            + name
                            + "\".");
        }
    }
}
