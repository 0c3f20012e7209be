package org.tieline.web.internal;

import org.tieline.web.Templates;

/** The templates of this bundle. */
public final class Parts {
    public static final Templates TEMPLATES =
            Templates.of(Parts.class, "org.tieline.web.internal.templates");

    private Parts() {}
}
