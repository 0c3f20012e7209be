package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.tieline.api.sharing.Finding;

/** A passage that may have to stay in the center. */
@Schema(name = "Finding")
public record FindingView(
        @Schema(description = "The field it stands in, such as happened") String field,
        int start,
        int end,
        String text,
        String kind,
        @Schema(description = "Left away while nobody has decided")
                Optional<Finding.Decision> decision) {
    static FindingView of(Finding finding) {
        return new FindingView(
                finding.field(),
                finding.start(),
                finding.end(),
                finding.text(),
                finding.kind(),
                finding.decision());
    }
}
