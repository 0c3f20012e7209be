package org.tieline.api.asset;

import java.time.Instant;
import java.util.Objects;
import org.tieline.api.RecordRef;

/**
 * A service, or something that services depend on.
 *
 * @param id a UUID
 * @param center id of the center that it belongs to, for ever
 * @param facts what people say of it. To those who see it only because it is shared with them it
 *     names, of the assets it depends on and the centers it is shared with, only what they may see
 * @param version counts its changes, from 1
 * @param created when it was added
 * @param updated when it was last changed
 */
public record Asset(
        String id,
        String center,
        AssetDraft facts,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "asset";

    public Asset {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    public AssetEntry entry() {
        return new AssetEntry(
                id, center, facts.name(), facts.kind(), facts.state(), facts.criticality());
    }
}
