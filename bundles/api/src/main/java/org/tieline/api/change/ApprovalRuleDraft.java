package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;

/**
 * What a line of the table says that tells who must agree to which changes. It fits a change when
 * all that it names fits.
 *
 * @param type normal or emergency; a standard change was authorised with its model
 * @param risk changes of this risk only; empty for any
 * @param vital true for changes only that touch something vital
 * @param asset id of a service or asset: changes only that touch it, or what it rests on; empty for
 *     any
 * @param authority who must agree: its name 1 to 120 characters; only roles that vote on changes,
 *     at least one; its quorum at most {@link #MOST_PEOPLE}
 * @param instead true if it takes the place of the standard table's line; false if its authority
 *     must agree as well
 */
public record ApprovalRuleDraft(
        ChangeType type,
        Optional<RiskLevel> risk,
        boolean vital,
        Optional<String> asset,
        Authority authority,
        boolean instead) {
    public static final int MAX_NAME = 120;
    public static final int MOST_PEOPLE = 20;

    public ApprovalRuleDraft {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(authority, "authority");
    }
}
