package org.tieline.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;

/** A card on the dashboard; registered as an OSGi service. */
@ConsumerType
public interface DashboardCard {
    /** Cards are shown in ascending order. */
    int order();

    /**
     * Returns what the card shows this caller; empty if it has nothing for them. The view's title
     * is the card's heading. Must be quick: the dashboard waits for it.
     */
    Optional<View> show(Caller caller);
}
