package org.tieline.assets.internal;

/** A text as an error repeats it: what is long is cut. */
final class ShortText {
    private static final int MOST = 60;

    private ShortText() {}

    static String of(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "...";
    }
}
