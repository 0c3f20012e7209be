package org.tieline.api.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.RecordRef;

/**
 * A record that a center shows to others, as it was when it was shared, without what tells of a
 * person.
 *
 * @param ref what is shared is a record of its own, with a kind that its capability chose
 * @param center id of the center whose it is
 * @param record the record that was shared
 * @param title at most 200 characters
 * @param fields what others see of it beside its title, by field as the capability spells it
 * @param everybody true if every center sees it
 * @param centers ids of the other centers that see it; none if all do
 * @param by id of whoever shared it
 * @param byName their name, as it was then
 * @param version counts how often it was shared or withdrawn, from 1
 * @param published when it was shared last
 * @param withdrawn when it was taken back
 */
public record Shared(
        RecordRef ref,
        String center,
        RecordRef record,
        String title,
        Map<String, String> fields,
        boolean everybody,
        Set<String> centers,
        String by,
        String byName,
        long version,
        Instant published,
        Optional<Instant> withdrawn) {
    public Shared {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(title, "title");
        fields = Map.copyOf(fields);
        centers = Set.copyOf(centers);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(byName, "byName");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(withdrawn, "withdrawn");
    }

    public String id() {
        return ref.id();
    }
}
