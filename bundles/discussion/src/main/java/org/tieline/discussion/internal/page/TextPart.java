package org.tieline.discussion.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of what somebody said.
 *
 * @param link true if it is the address of a page, to be followed
 */
public record TextPart(String text, boolean link) {
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?()\\[\\]]");

    /** Returns a text in parts that are addresses and parts that are not. */
    public static List<TextPart> parts(String text) {
        List<TextPart> parts = new ArrayList<>();
        Matcher found = ADDRESS.matcher(text);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                parts.add(new TextPart(text.substring(end, found.start()), false));
            }
            parts.add(new TextPart(found.group(), true));
            end = found.end();
        }
        if (end < text.length()) {
            parts.add(new TextPart(text.substring(end), false));
        }
        return parts;
    }
}
