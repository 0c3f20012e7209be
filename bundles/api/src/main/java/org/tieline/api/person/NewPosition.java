package org.tieline.api.person;

import java.util.Objects;

/**
 * A position that was just marked.
 *
 * @param position the position
 * @param secret what the workstation keeps to prove that it is this position; never shown again
 */
public record NewPosition(Position position, String secret) {
    public NewPosition {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "NewPosition[" + position + "]";
    }
}
