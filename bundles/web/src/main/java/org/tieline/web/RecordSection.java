package org.tieline.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;

/**
 * A section below the page of a record of any kind, such as its comments; registered as an OSGi
 * service. A page shows all there are where its template says {@link Screen#sections}.
 */
@ConsumerType
public interface RecordSection {
    /** Sections are shown in ascending order. */
    int order();

    /**
     * Returns what the section shows this caller of a record that they may read; empty if it has
     * nothing for them. The view's title is the section's heading, its trail is not used. Must be
     * quick: the page waits for it. A section that throws is left out.
     */
    Optional<View> show(Caller caller, RecordRef record);
}
