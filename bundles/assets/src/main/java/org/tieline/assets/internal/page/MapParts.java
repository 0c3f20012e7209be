package org.tieline.assets.internal.page;

import java.util.Map;
import org.tieline.web.Link;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of this bundle, and what its pages share. */
final class MapParts {
    static final String PATH = "/service-map";
    static final Link LIST = new Link("Service map", PATH);

    private static final Templates TEMPLATES =
            Templates.of(MapParts.class, "org.tieline.assets.internal.templates");

    private MapParts() {}

    static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }
}
