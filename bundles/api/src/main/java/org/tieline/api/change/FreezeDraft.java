package org.tieline.api.change;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Inline;

/**
 * What people say of a freeze, also called a blackout: a time in which nothing is changed.
 *
 * @param title what it is for
 * @param window when nothing is changed; its end is later than its start by at most {@link
 *     #LONGEST}
 * @param reason why
 */
public record FreezeDraft(
        @Attribute(label = "Title", hint = "Such as County fair, or Election night.") String title,
        @Inline Window window,
        @Attribute(label = "Reason", max = 1_000, multiline = true) Optional<String> reason) {
    public static final Duration LONGEST = Duration.ofDays(92);

    public FreezeDraft {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(reason, "reason");
    }
}
