package org.tieline.api.asset;

import java.util.List;
import java.util.Objects;

/**
 * A single point of failure: with it alone at least one service is lost.
 *
 * @param asset what has no alternative
 * @param services the services that are lost with it, the most critical first
 * @param fallback true if it says how calls are taken without it
 */
public record SinglePoint(AssetEntry asset, List<AssetEntry> services, boolean fallback) {
    public SinglePoint {
        Objects.requireNonNull(asset, "asset");
        services = List.copyOf(services);
    }
}
