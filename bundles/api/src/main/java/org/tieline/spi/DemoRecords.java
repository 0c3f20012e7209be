package org.tieline.spi;

import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;

/**
 * Records for a first look at a capability or plug-in; registered as an OSGi service. With {@code
 * TIELINE_DEMO=true} it is called once in each run of the program, when the three demonstration
 * centers and their people are there, on a thread of the demonstration's own. A failure is logged
 * and disturbs nobody.
 */
@ConsumerType
public interface DemoRecords {
    /** A county's primary PSAP. */
    String COUNTY = "harbor-county";

    /** The center that takes the county's calls when it cannot. */
    String BACKUP = "harbor-county-backup";

    /** The 3-1-1 center of the county's largest city. */
    String CITY = "port-city-311";

    /** Those with a lower order are written first. */
    int order();

    /**
     * Writes the records, each for one or several of the demonstration centers. What is there
     * already must stay as it is, also if people have changed it since.
     *
     * @param caller may do everything
     */
    void write(Caller caller);
}
