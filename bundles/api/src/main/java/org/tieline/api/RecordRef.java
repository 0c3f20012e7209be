package org.tieline.api;

import java.util.Objects;

/**
 * Names one record anywhere in Tieline.
 *
 * @param kind what it is, a lower-case noun such as {@code center} or {@code person}
 * @param id the record's id within its kind
 */
public record RecordRef(String kind, String id) {
    public RecordRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
