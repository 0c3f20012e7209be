package org.tieline.api.asset;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;

/**
 * What depends on what. Everything is computed from the assets that the caller may see, as if there
 * were no others, and of these from those that are in use. Thread-safe. Throws {@link NotFound} or
 * {@link Forbidden} as {@link Assets} does.
 */
@ProviderType
public interface ServiceMap {
    /**
     * Returns what is touched when all of these assets are lost together: whatever depends on them,
     * followed through the map to its end, and what they supply. Something with an alternative that
     * still holds is degraded, not lost.
     *
     * @param ids at least one, each seen by the caller; also such that are not in use
     */
    Impact impact(Caller caller, Set<String> ids);

    /**
     * Returns all that these assets depend on, followed through the map to its end, without
     * themselves; by name.
     */
    List<AssetEntry> foundation(Caller caller, Set<String> ids);

    /**
     * Returns the single points of failure of a center: what loses at least one of its services.
     * Those that lose the most critical services, then the most services, come first.
     */
    List<SinglePoint> singlePoints(Caller caller, String center);

    /** Returns the services of a center and what they depend on, to be drawn. */
    Drawing drawing(Caller caller, String center);

    /** Returns an asset with what it depends on and what depends on it, to be drawn. */
    Drawing around(Caller caller, String id);
}
