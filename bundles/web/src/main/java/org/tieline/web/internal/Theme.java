package org.tieline.web.internal;

import java.util.Locale;
import java.util.stream.Stream;

/** How bright the screen is; everybody chooses for their own browser. */
public enum Theme {
    SYSTEM("As the system", "device-desktop"),
    LIGHT("Light", "sun"),
    DARK("Dark", "moon"),
    DIM("Dim night", "sunset");

    public static final String COOKIE = "tieline-theme";

    private final String label;
    private final String icon;

    Theme(String label, String icon) {
        this.label = label;
        this.icon = icon;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    /** The word in the cookie and in the page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the style sheets take it for; for {@link #SYSTEM} the script decides. */
    public String base() {
        return this == LIGHT || this == SYSTEM ? "light" : "dark";
    }

    public static Theme of(String word) {
        return Stream.of(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst()
                .orElse(SYSTEM);
    }
}
