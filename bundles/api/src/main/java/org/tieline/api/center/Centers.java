package org.tieline.api.center;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * The registry of centers. Thread-safe. Every method throws {@link NotFound} or {@link Forbidden}
 * as {@link org.tieline.api.access.Access} decides.
 */
@ProviderType
public interface Centers {
    /**
     * Returns the centers in which the caller holds a role, by id.
     *
     * @param text only those whose id or name contains it, whatever the case; empty for all
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Center> list(Caller caller, Optional<String> text, PageRequest page);

    /**
     * Returns what anybody signed in may know of every center that is not closed, by id; {@code
     * text} as in {@link #list}.
     */
    Page<CenterEntry> directory(Caller caller, Optional<String> text, PageRequest page);

    /**
     * Returns what anybody signed in may know of these centers, closed ones too, by id. Ids of no
     * center are left out.
     *
     * @param ids at most {@value PageRequest#MAX_LIMIT}
     * @throws IllegalArgumentException if they are more
     */
    List<CenterEntry> entries(Caller caller, Set<String> ids);

    Center get(Caller caller, String id);

    /**
     * Registers a center.
     *
     * @throws Invalid if a field is out of its range or names a center that does not exist
     * @throws Conflict if the id is taken
     */
    Center create(Caller caller, String id, CenterDraft draft);

    /**
     * Changes a center.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}, and if it would back itself up
     * @throws Stale if it has another version by now
     */
    Center update(Caller caller, String id, long version, CenterDraft draft);
}
