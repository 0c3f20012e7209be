package org.tieline.api.asset;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
 * The services and assets of the centers. Thread-safe. Every method throws {@link NotFound} or
 * {@link Forbidden} as {@link org.tieline.api.access.Access} decides; an asset is seen in its own
 * center and in those that it is shared with, and changed in its own only.
 */
@ProviderType
public interface Assets {
    /**
     * Returns the assets within reach, by name.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Asset> list(Caller caller, AssetFilter filter, PageRequest page);

    Asset get(Caller caller, String id);

    /**
     * Returns what may be said of these assets, by name; those that do not exist, or not for this
     * caller, are left out.
     *
     * @param ids at most 10,000
     */
    List<AssetEntry> entries(Caller caller, Collection<String> ids);

    /**
     * Returns these assets, in no order; those that do not exist, or not for this caller, are left
     * out.
     *
     * @param ids at most 10,000
     */
    List<Asset> all(Caller caller, Collection<String> ids);

    /**
     * Returns what these suppliers deliver and mend: their ids by the ids of the assets, of those
     * that the caller sees.
     *
     * @param suppliers at most 10,000
     */
    Map<String, String> supplied(Caller caller, Collection<String> suppliers);

    /**
     * Returns the call paths that these assets carry, by asset; those that do not exist, or not for
     * this caller, are left out.
     *
     * @param ids at most 10,000
     */
    Map<String, Set<CallPath>> callPaths(Caller caller, Collection<String> ids);

    /**
     * Returns the assets that name this one among what they depend on, by name.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<AssetEntry> restingOn(Caller caller, String id, PageRequest page);

    /**
     * Adds an asset to a center.
     *
     * @throws Invalid if a field is out of its range, or what it depends on would depend on it: the
     *     message names the circle
     * @throws Conflict if the center has an asset of this name
     * @throws Forbidden also if it shall be shared and the caller may not share
     */
    Asset create(Caller caller, String center, AssetDraft draft);

    /**
     * Changes an asset. Assets of centers that it is no longer shared with stop depending on it.
     *
     * @param version the version that the caller saw
     * @throws Invalid as in {@link #create}
     * @throws Conflict as in {@link #create}
     * @throws Stale if it has another version by now
     */
    Asset update(Caller caller, String id, long version, AssetDraft draft);
}
