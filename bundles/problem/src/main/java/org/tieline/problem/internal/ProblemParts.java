package org.tieline.problem.internal;

import java.util.Map;
import org.tieline.web.Templates;
import org.tieline.web.View;

/** The templates of this bundle. */
public final class ProblemParts {
    private static final Templates TEMPLATES =
            Templates.of(ProblemParts.class, "org.tieline.problem.internal.templates");

    private ProblemParts() {}

    public static View view(String title, String template, Map<String, Object> parameters) {
        return new View(title, TEMPLATES, template + ".jte", parameters);
    }
}
