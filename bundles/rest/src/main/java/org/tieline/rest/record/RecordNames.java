package org.tieline.rest.record;

import java.util.Optional;
import java.util.Set;

/**
 * How the API calls what a {@link RecordCollection} reads and writes.
 *
 * @param view the schema of a record, such as {@code Freeze}
 * @param created the schema of one to be written, such as {@code NewFreeze}
 * @param changed the schema of what one shall be from now on; the same as {@code created} if its
 *     center may be named again
 * @param ended the field that tells since when a record is in its last state, such as {@code
 *     lifted}; empty if there is none
 */
public record RecordNames(String view, String created, String changed, Optional<String> ended) {
    /** Returns the usual names: Freeze, NewFreeze, FreezeChange. */
    public static RecordNames of(String view) {
        return new RecordNames(view, "New" + view, view + "Change", Optional.empty());
    }

    public RecordNames ended(String field) {
        return new RecordNames(view, created, changed, Optional.of(field));
    }

    Set<String> centerInChange() {
        return created.equals(changed) ? Set.of("center") : Set.of();
    }
}
