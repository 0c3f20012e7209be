package org.tieline.web;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;

/** An entry of the menu and of the command palette; registered as an OSGi service. */
@ConsumerType
public interface MenuEntry {
    /** One or two plain words. */
    String label();

    /** Name of an icon; see {@link Screen#icon}. */
    String icon();

    /** Absolute path of the page. */
    String path();

    /** Entries are shown in ascending order; the platform's own lie between 800 and 999. */
    int order();

    /** Tells whether this caller gets it to see. */
    boolean shownTo(Caller caller);

    /**
     * The lower-case letter that leads here when typed after {@code g}; empty for none. When two
     * entries claim one letter, the first in order has it.
     */
    default String key() {
        return "";
    }

    /**
     * Returns what else this caller can do there, such as "Add a person": for the command palette.
     */
    default List<Link> actions(Caller caller) {
        return List.of();
    }
}
