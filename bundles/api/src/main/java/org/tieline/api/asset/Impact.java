package org.tieline.api.asset;

import java.util.List;
import java.util.Objects;

/**
 * What the loss of assets means for those that depend on them.
 *
 * @param hits everything that is touched, without the lost assets themselves: the worst effect
 *     first, then the most critical, then by name
 */
public record Impact(List<Hit> hits) {
    /** One asset that is touched. */
    public record Hit(AssetEntry asset, Effect effect) {
        public Hit {
            Objects.requireNonNull(asset, "asset");
            Objects.requireNonNull(effect, "effect");
        }
    }

    public Impact {
        hits = List.copyOf(hits);
    }

    public long count(Effect effect) {
        return hits.stream().filter(hit -> hit.effect() == effect).count();
    }
}
