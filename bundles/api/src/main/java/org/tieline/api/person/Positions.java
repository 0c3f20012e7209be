package org.tieline.api.person;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * The dispatch positions of the centers. Thread-safe. Throws {@link NotFound} or {@link Forbidden}
 * as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface Positions {
    /**
     * Returns the positions of the centers within reach, newest first.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Position> list(Caller caller, Optional<String> center, PageRequest page);

    Position get(Caller caller, String id);

    /**
     * Marks a workstation as a dispatch position.
     *
     * @throws Invalid if the name is out of its range
     */
    NewPosition mark(Caller caller, String center, String name);

    /** Takes the mark away; the workstation's sessions lock when idle from now on. */
    Position revoke(Caller caller, String id);
}
