package org.tieline.spi.change;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;
import org.tieline.api.change.RiskFinding;

/**
 * Says how risky a change is, and why; registered as an OSGi service. All assessors are asked
 * whenever a change is written, and their findings are shown one by one with the sum. Called on
 * many threads at once, while somebody waits: should answer within a few milliseconds. What is
 * thrown is logged, and this assessor's findings are missing.
 */
@ConsumerType
public interface RiskAssessor {
    /** What it is called on the screen, such as {@code Past outcome}. */
    String name();

    /**
     * Assesses a change that is being written.
     *
     * @param caller who writes it; the findings may say only what everybody in the center may read
     * @return what it found; none if it has nothing to say
     */
    List<RiskFinding> assess(Caller caller, Assessed change);
}
