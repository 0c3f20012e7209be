package org.tieline.api.change;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;
import org.tieline.api.record.Who;

/**
 * A change model: a proven way of making one kind of change, pre-approved.
 *
 * @param id a UUID
 * @param center id of the center that it belongs to, for ever
 * @param facts what people say of it
 * @param state where it is in its life
 * @param edition counts how often it was approved; a standard change keeps the edition it was made
 *     from in its texts
 * @param from the change that it was proposed from
 * @param author who wrote it last
 * @param approver who approved it last
 * @param version counts its changes, from 1
 * @param created when it was proposed
 * @param updated when it was last changed
 */
public record ChangeModel(
        String id,
        String center,
        ModelDraft facts,
        ModelState state,
        int edition,
        Optional<String> from,
        Who author,
        Optional<Who> approver,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "change-model";

    public ChangeModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    /**
     * Returns a standard change made from this model, ready to be filled in.
     *
     * @param start when its window starts; empty for a draft without a window
     */
    public ChangeDraft draft(Optional<Instant> start) {
        return facts.change(
                facts.name(),
                ChangeType.STANDARD,
                Optional.of(id),
                start.map(from -> new Window(from, from.plus(facts.lasts()))));
    }
}
