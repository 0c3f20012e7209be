package org.tieline.api.asset;

import java.util.List;
import java.util.Objects;

/**
 * A part of the map, small enough to be drawn.
 *
 * @param assets what is drawn
 * @param lines what depends on what, among the assets that are drawn
 * @param whole false if more belongs to it than can be drawn
 */
public record Drawing(List<AssetEntry> assets, List<Line> lines, boolean whole) {
    /**
     * One asset depends on another.
     *
     * @param asset id of the one above
     * @param supporter id of the one below
     * @param alternative true if something else can take the place of the one below
     */
    public record Line(String asset, String supporter, boolean alternative) {
        public Line {
            Objects.requireNonNull(asset, "asset");
            Objects.requireNonNull(supporter, "supporter");
        }
    }

    public Drawing {
        assets = List.copyOf(assets);
        lines = List.copyOf(lines);
    }
}
