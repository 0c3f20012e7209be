package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.record.Who;

/** What is said of a change in a list; each part as in {@link Change}. */
public record ChangeEntry(
        String id,
        String center,
        String number,
        String title,
        ChangeType type,
        ChangeState state,
        RiskLevel risk,
        Optional<Window> window,
        Optional<Who> implementer,
        Who requester,
        Optional<ClosureCode> closure,
        Instant updated) {
    public ChangeEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(implementer, "implementer");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(closure, "closure");
        Objects.requireNonNull(updated, "updated");
    }
}
