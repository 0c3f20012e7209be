package org.tieline.api.lessons;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * A lesson as one caller sees it.
 *
 * @param id a UUID
 * @param center id of the center that it belongs to, for ever; {@link
 *     org.tieline.api.access.Caller#EVERYWHERE} for one that a knowledge pack brought
 * @param facts what it says. Its own center sees it as it was last written; others see it as it was
 *     last published, without what was removed, its author, and whom it is shared with
 * @param state where it is in its life; for others always {@link LessonState#PUBLISHED}
 * @param written who wrote it first, by name; empty for others
 * @param reviewer who published it, by name; empty for others
 * @param published when it was last published, while it is
 * @param pack the name of the knowledge pack that brought it
 * @param version counts its changes, from 1
 * @param created when it was first written
 * @param updated when it was last changed
 */
public record Lesson(
        String id,
        String center,
        LessonDraft facts,
        LessonState state,
        Optional<String> written,
        Optional<String> reviewer,
        Optional<Instant> published,
        Optional<String> pack,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "lesson";

    public Lesson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(reviewer, "reviewer");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(pack, "pack");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
