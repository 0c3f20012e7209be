package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.tieline.api.lessons.AdoptionEntry;

/** A lesson on the adoption board, as the API shows it. */
@Schema(name = "BoardEntry")
public record BoardView(
        EntryView lesson,
        Optional<AdoptionView> adoption,
        @Schema(description = "Whether it is a best practice") boolean best) {
    static BoardView of(AdoptionEntry entry) {
        return new BoardView(
                EntryView.of(entry.lesson()), entry.adoption().map(AdoptionView::of), entry.best());
    }
}
