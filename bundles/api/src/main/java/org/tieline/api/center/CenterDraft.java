package org.tieline.api.center;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person says of a center.
 *
 * @param name 1 to 120 characters
 * @param kind what it is for
 * @param timeZone a region of the IANA time zone database, such as {@code America/Chicago}
 * @param state where it is in its life
 * @param fccPsapId the center's number, 1 to 8 digits, in the FCC's master PSAP registry
 * @param neighbours ids of the centers next to it, at most 50
 * @param backups ids of the centers that take its calls when it cannot, the first choice first, at
 *     most 10
 */
public record CenterDraft(
        String name,
        CenterKind kind,
        ZoneId timeZone,
        CenterState state,
        Optional<String> fccPsapId,
        List<String> neighbours,
        List<String> backups) {
    public CenterDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(timeZone, "timeZone");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(fccPsapId, "fccPsapId");
        neighbours = List.copyOf(neighbours);
        backups = List.copyOf(backups);
    }
}
