package org.tieline.store.internal;

import java.util.List;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Actor;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** A line that waits for its place in the chain. */
record PendingLine(
        String center,
        Actor actor,
        RecordRef record,
        long version,
        String action,
        List<FieldChange> changes) {

    PendingLine {
        changes = List.copyOf(changes);
        fits("center", center, 100);
        fits("actor", actor.id(), 200);
        fits("actor name", actor.name(), 400);
        actor.address().ifPresent(address -> fits("address", address, 200));
        actor.request().ifPresent(request -> fits("request", request, 200));
        fits("kind", record.kind(), 60);
        fits("id", record.id(), 300);
        fits("action", action, 60);
        for (FieldChange change : changes) {
            storable(change.field(), change.field());
            change.before().ifPresent(text -> storable(change.field(), text));
            change.after().ifPresent(text -> storable(change.field(), text));
        }
    }

    private static void fits(String part, String text, int length) {
        storable(part, text);
        if (text.length() > length) {
            throw new Invalid(
                    new FieldError(
                            part,
                            "must have at most "
                                    + length
                                    + " characters, but has "
                                    + text.length()));
        }
    }

    private static void storable(String part, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Invalid(
                    new FieldError(part, "must not contain the character U+0000; remove it"));
        }
    }
}
