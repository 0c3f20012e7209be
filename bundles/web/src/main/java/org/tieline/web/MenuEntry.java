package org.tieline.web;

import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;

/** An entry of the menu and of the command palette; registered as an OSGi service. */
@ConsumerType
public interface MenuEntry {
    /** One or two plain words. */
    String label();

    /** Name of a Tabler icon. */
    String icon();

    /** Absolute path of the page. */
    String path();

    /** Entries are shown in ascending order; the platform's own lie between 800 and 999. */
    int order();

    /** Tells whether this caller gets it to see. */
    boolean shownTo(Caller caller);
}
