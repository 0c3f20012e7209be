package org.tieline.web.internal;

import java.util.Map;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of this bundle. */
public final class Parts {
    public static final Templates TEMPLATES =
            Templates.of(Parts.class, "org.tieline.web.internal.templates");

    private Parts() {}

    /**
     * @param template its name without the ending
     */
    public static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }
}
