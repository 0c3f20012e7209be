package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import org.tieline.api.asset.CallPath;
import org.tieline.api.record.Who;

/**
 * A test call: the evidence that a call path works. The newest of each path counts.
 *
 * @param id unique within its change
 * @param path the way it took
 * @param passed true if it arrived as it should
 * @param at when it was made
 * @param note from where, to which position, what was seen; 1 to 1,000 characters
 * @param by who recorded it
 */
public record TestCall(String id, CallPath path, boolean passed, Instant at, String note, Who by) {
    public TestCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
    }
}
