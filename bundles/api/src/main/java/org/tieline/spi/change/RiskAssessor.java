package org.tieline.spi.change;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeDraft;
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
     * Assesses a draft, of which any part may still be missing or faulty.
     *
     * @param caller who writes it; the findings may say only what everybody in the center may read
     * @param center the center that it belongs to
     * @param id the change that it is a draft of; empty for a new one
     * @return what it found; none if it has nothing to say
     */
    List<RiskFinding> assess(Caller caller, String center, Optional<String> id, ChangeDraft draft);
}
