package org.tieline.spi.change;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.asset.Asset;
import org.tieline.api.change.ChangeDraft;

/**
 * A change that is being written, to be assessed.
 *
 * @param center the center that it belongs to
 * @param id the change that it is a draft of; empty for a new one
 * @param draft what is said of it; any part may still be missing or faulty
 * @param failing the assets that it touches and what is lost with them if they fail, as everybody
 *     in the center sees the service map; in no order; none where there is no map
 */
public record Assessed(String center, Optional<String> id, ChangeDraft draft, List<Asset> failing) {
    public Assessed {
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(draft, "draft");
        failing = List.copyOf(failing);
    }
}
