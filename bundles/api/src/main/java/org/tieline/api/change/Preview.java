package org.tieline.api.change;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tieline.api.asset.CallPath;

/**
 * What a draft would mean if it were saved now.
 *
 * @param risk how risky it is, and why
 * @param conflicts what it collides with; hard ones first
 * @param callPaths all the call paths that it touches
 * @param authorities who would have to agree
 */
public record Preview(
        Risk risk,
        List<ChangeConflict> conflicts,
        Set<CallPath> callPaths,
        List<Authority> authorities) {
    public Preview {
        Objects.requireNonNull(risk, "risk");
        conflicts = List.copyOf(conflicts);
        callPaths = Set.copyOf(callPaths);
        authorities = List.copyOf(authorities);
    }
}
