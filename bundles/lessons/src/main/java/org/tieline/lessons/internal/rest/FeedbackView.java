package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.lessons.Feedback;

/** What readers told the owner of a lesson, as the API shows it. */
@Schema(name = "LessonFeedback")
public record FeedbackView(List<Told> items) {
    /** One of them. */
    @Schema(name = "Doubt")
    public record Told(String id, String center, String reason, Optional<String> by, Instant at) {}

    static FeedbackView of(List<Feedback> open) {
        return new FeedbackView(
                open.stream()
                        .map(
                                one ->
                                        new Told(
                                                one.id(),
                                                one.center(),
                                                one.reason(),
                                                Optional.of(one.by())
                                                        .filter(name -> !name.isEmpty()),
                                                one.at()))
                        .toList());
    }
}
