package org.tieline.assets.internal;

/** A text as an error repeats it: what is long is cut. */
final class Shown {
    private static final int MOST = 60;

    private Shown() {}

    static String of(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "...";
    }
}
