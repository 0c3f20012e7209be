package org.tieline.discussion.internal;

import java.util.Locale;

/** Numbers of bytes in words. */
public final class Sizes {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;

    private Sizes() {}

    public static String of(long bytes) {
        if (bytes < KIB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        return bytes < MIB ? of(bytes, KIB, " KB") : of(bytes, MIB, " MB");
    }

    private static String of(long bytes, long unit, String name) {
        return bytes % unit == 0
                ? bytes / unit + name
                : String.format(Locale.ROOT, "%.1f%s", (double) bytes / unit, name);
    }
}
