package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.RecordRef;

/**
 * A closed change or an approved change model that a center shows to others, as it was when it was
 * shared: without its assets and without the names of people.
 *
 * @param id a UUID
 * @param center id of the center whose it is
 * @param record the change or model
 * @param plan what it says
 * @param ended how the change ended; empty for a model
 * @param learned what was learned from the change
 * @param everybody true if every center sees it
 * @param centers ids of the other centers that see it; none if all do
 * @param by who shared it
 * @param version counts how often it was shared or withdrawn, from 1
 * @param published when it was shared last
 * @param withdrawn when it was taken back
 */
public record Shared(
        String id,
        String center,
        RecordRef record,
        ModelDraft plan,
        Optional<ClosureCode> ended,
        Optional<String> learned,
        boolean everybody,
        Set<String> centers,
        Who by,
        long version,
        Instant published,
        Optional<Instant> withdrawn) {
    public static final String KIND = "shared-change";

    public Shared {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(learned, "learned");
        centers = Set.copyOf(centers);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(withdrawn, "withdrawn");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    /** True if it is a change model, false if it is a change. */
    public boolean isModel() {
        return record.kind().equals(ChangeModel.KIND);
    }
}
