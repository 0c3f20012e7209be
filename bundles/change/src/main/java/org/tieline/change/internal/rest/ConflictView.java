package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ConflictKind;
import org.tieline.api.change.KnownConflict;

/** Something that a change collides with. */
@Schema(name = "ChangeConflict")
public record ConflictView(
        ConflictKind kind,
        boolean hard,
        String words,
        @Schema(description = "Kind and id of the record it collides with") Optional<With> with,
        @Schema(description = "False for one that was overridden and is gone") boolean present,
        @Schema(description = "Why the change goes on all the same") Optional<String> reason,
        Optional<WhoView> by) {
    /** The record that a change collides with. */
    @Schema(name = "ConflictingRecord")
    public record With(String kind, String id) {}

    static ConflictView of(ChangeConflict conflict) {
        return of(new KnownConflict(conflict, true, Optional.empty(), Optional.empty()));
    }

    static ConflictView of(KnownConflict known) {
        ChangeConflict conflict = known.conflict();
        return new ConflictView(
                conflict.kind(),
                conflict.hard(),
                conflict.words(),
                conflict.with().map(with -> new With(with.kind(), with.id())),
                known.present(),
                known.reason(),
                known.by().map(WhoView::of));
    }
}
