package org.tieline.change.internal.conflict;

import java.util.List;
import org.tieline.api.change.ConflictKind;

/**
 * How two changes are bound by what they touch.
 *
 * @param by what binds them
 */
record AssetOverlap(Nearness nearness, List<Feature> by) {
    /** How near what another change touches is to what this one touches, the nearest first. */
    enum Nearness {
        SAME(ConflictKind.SAME_ASSET),
        /** It is what this one depends on. */
        BELOW(ConflictKind.RELATED_ASSET),
        /** It depends on this one. */
        ABOVE(ConflictKind.RELATED_ASSET),
        SUPPLIED(ConflictKind.SAME_SUPPLIER);

        private final ConflictKind kind;

        Nearness(ConflictKind kind) {
            this.kind = kind;
        }

        ConflictKind kind() {
            return kind;
        }
    }

    /** What is said of an asset: its name, and the center that it belongs to. */
    record Feature(String name, String center) {}

    AssetOverlap {
        by = List.copyOf(by);
    }
}
