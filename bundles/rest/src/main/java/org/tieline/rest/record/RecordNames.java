package org.tieline.rest.record;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the API calls what a {@link RecordMembers} reads and writes.
 *
 * @param view the schema of a record, such as {@code Freeze}
 * @param created the schema of one to be written, such as {@code NewFreeze}
 * @param changed the schema of what one shall be from now on; the same as {@code created} if its
 *     center may be named again
 * @param ended the field that tells since when a record is in its last state, such as {@code
 *     lifted}; empty if there is none
 * @param objects the schemas of objects in a record by the fields that they stand in, such as
 *     {@code authority=ApprovalRuleAuthority}; others are described where they stand
 */
public record RecordNames(
        String view,
        String created,
        String changed,
        Optional<String> ended,
        Map<String, String> objects) {
    public RecordNames {
        objects = Map.copyOf(objects);
    }

    /** Returns the usual names: Freeze, NewFreeze, FreezeChange. */
    public static RecordNames of(String view) {
        return new RecordNames(view, "New" + view, view + "Change", Optional.empty(), Map.of());
    }

    public RecordNames ended(String field) {
        return new RecordNames(view, created, changed, Optional.of(field), objects);
    }

    /** Names one schema for what is written and changed: the center may be named again. */
    public RecordNames body(String schema) {
        return new RecordNames(view, schema, schema, ended, objects);
    }

    public RecordNames object(String field, String schema) {
        Map<String, String> more = new TreeMap<>(objects);
        more.put(field, schema);
        return new RecordNames(view, created, changed, ended, more);
    }

    Set<String> centerInChange() {
        return created.equals(changed) ? Set.of("center") : Set.of();
    }
}
