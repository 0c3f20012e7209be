package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.tieline.api.asset.Support;

/** Something that an asset depends on, in JSON. */
@Schema(name = "Support")
public record SupportView(
        @Schema(description = "Ids of assets of which any one suffices") List<String> anyOf) {
    static SupportView of(Support support) {
        return new SupportView(support.anyOf());
    }

    Support support() {
        return new Support(anyOf);
    }
}
