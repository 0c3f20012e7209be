package org.tieline.change.internal.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tieline.api.change.Change;
import org.tieline.api.change.MoveRequest;

/**
 * What a move is judged by.
 *
 * @param change the change as it is, with the conflicts that were just found
 * @param request what is asked for
 * @param now when
 * @param mapped true if assets can be named
 * @param modelApproved true if the change's model, if it has one, is approved
 * @param lacking which change authorities have too few people who may decide, in words
 */
record MoveContext(
        Change change,
        MoveRequest request,
        Instant now,
        boolean mapped,
        boolean modelApproved,
        List<String> lacking) {
    MoveContext {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(now, "now");
    }
}
