package org.tieline.api.change;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.record.Stored;

/**
 * How busy the centers are through the week. Thread-safe. Every method throws {@link NotFound} or
 * {@link Forbidden} as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface CallProfiles {
    /** Returns the profile of a center, if it has one; its id is the center's. */
    Optional<Stored<CallProfileDraft, CallProfileState>> of(Caller caller, String center);

    /**
     * Writes the profile of a center. If nothing is different, nothing is written.
     *
     * @param version the version that the caller saw; 0 if there was none
     * @throws Invalid if a number is missing or out of its range
     * @throws Stale if it has another version by now
     */
    Stored<CallProfileDraft, CallProfileState> write(
            Caller caller, String center, long version, CallProfileDraft draft);
}
