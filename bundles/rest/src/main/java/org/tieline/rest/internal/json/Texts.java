package org.tieline.rest.internal.json;

/** Tells which texts every database can keep. */
public final class Texts {
    private Texts() {}

    /** True if the text holds neither the character zero nor half a surrogate pair. */
    public static boolean keepable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)
                    && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
