package org.tieline.api.asset;

import java.util.Objects;
import java.util.Optional;

/**
 * Which assets are wanted; an empty part does not restrict.
 *
 * @param center those on the map of this center: its own, and those that are shared with it
 * @param text those whose name or owner contains it, whatever the case
 */
public record AssetFilter(
        Optional<String> center,
        Optional<String> text,
        Optional<AssetKind> kind,
        Optional<AssetState> state,
        Optional<Criticality> criticality) {
    /** Restricts nothing. */
    public static final AssetFilter ALL =
            new AssetFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public AssetFilter {
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(criticality, "criticality");
    }

    public static AssetFilter of(String center) {
        return new AssetFilter(
                Optional.of(center),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public AssetFilter among(AssetKind only) {
        return new AssetFilter(center, text, Optional.of(only), state, criticality);
    }
}
