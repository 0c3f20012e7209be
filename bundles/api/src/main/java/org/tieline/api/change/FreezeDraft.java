package org.tieline.api.change;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What people say of a freeze.
 *
 * @param title what it is for, such as {@code County fair}: one line of 1 to 200 characters
 * @param window when nothing is changed; its end is later than its start by at most {@link
 *     #LONGEST}
 * @param reason why, at most 1,000 characters
 */
public record FreezeDraft(String title, Window window, Optional<String> reason) {
    public static final Duration LONGEST = Duration.ofDays(92);
    public static final int MAX_TITLE = 200;
    public static final int MAX_REASON = 1_000;

    public FreezeDraft {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(reason, "reason");
    }
}
