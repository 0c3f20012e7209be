package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.RiskLevel;

/** A change in a list. */
@Schema(name = "ChangeEntry")
public record EntryView(
        String id,
        String center,
        String number,
        String title,
        ChangeType type,
        ChangeState state,
        RiskLevel risk,
        Optional<WindowView> window,
        Optional<WhoView> implementer,
        WhoView requester,
        Optional<ClosureCode> closure,
        Instant updated) {

    static EntryView of(ChangeEntry entry) {
        return new EntryView(
                entry.id(),
                entry.center(),
                entry.number(),
                entry.title(),
                entry.type(),
                entry.state(),
                entry.risk(),
                entry.window().map(WindowView::of),
                entry.implementer().map(WhoView::of),
                WhoView.of(entry.requester()),
                entry.closure(),
                entry.updated());
    }
}
