package org.tieline.web;

import java.util.Map;
import java.util.Objects;

/**
 * What a page shows: a template of the bundle's own and what it is filled with; the frame is put
 * round it.
 *
 * @param title the page's heading and the title of the window
 * @param templates the bundle's templates
 * @param template name of one of them, such as {@code centers.jte}
 * @param parameters the template's parameters by name
 */
public record View(
        String title, Templates templates, String template, Map<String, Object> parameters) {
    public View {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(templates, "templates");
        Objects.requireNonNull(template, "template");
        parameters = Map.copyOf(parameters);
    }
}
