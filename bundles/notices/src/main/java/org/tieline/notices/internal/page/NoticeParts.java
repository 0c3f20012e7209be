package org.tieline.notices.internal.page;

import java.util.Map;
import org.tieline.web.Link;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of this bundle, and what its pages share. */
public final class NoticeParts {
    static final String PATH = "/notices";
    static final Link LIST = new Link("Notices", PATH);

    private static final Templates TEMPLATES =
            Templates.of(NoticeParts.class, "org.tieline.notices.internal.templates");

    private NoticeParts() {}

    static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }
}
