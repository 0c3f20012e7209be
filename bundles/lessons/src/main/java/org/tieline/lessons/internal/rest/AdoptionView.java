package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.lessons.Adoption;
import org.tieline.api.lessons.Effect;
import org.tieline.api.lessons.Uptake;

/** What a center makes of a lesson, as the API shows it. */
@Schema(name = "Adoption")
public record AdoptionView(
        String lesson,
        String center,
        Uptake uptake,
        Optional<String> note,
        Optional<Effect> effect,
        Optional<String> effectNote,
        boolean named,
        String by,
        long version,
        Instant updated) {
    static AdoptionView of(Adoption adoption) {
        return new AdoptionView(
                adoption.lesson(),
                adoption.center(),
                adoption.facts().uptake(),
                text(adoption.facts().note()),
                adoption.facts().effect(),
                text(adoption.facts().effectNote()),
                adoption.facts().named(),
                adoption.by(),
                adoption.version(),
                adoption.updated());
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
