package org.tieline.api.change;

import java.util.Objects;
import java.util.Optional;
import org.tieline.api.record.Attribute;

/**
 * What a center asks for beyond the table that says who must agree to which changes. It fits a
 * change when all that it names fits.
 *
 * @param type normal or emergency; a standard change was authorized with its model
 * @param risk changes of this risk only; empty for any
 * @param vital true for changes only that touch something vital
 * @param asset id of a service or asset: changes only that touch it, or what it depends on; empty
 *     for any
 * @param authority who must agree; only roles that vote on changes, at least one
 * @param instead true if it takes the place of the standard table's line; false if its authority
 *     must agree as well
 */
public record ApprovalRuleDraft(
        @Attribute(label = "Change type") ChangeType type,
        @Attribute(label = "Risk", none = "Any") Optional<RiskLevel> risk,
        @Attribute(label = "Only changes that touch something vital") boolean vital,
        @Attribute(
                        label = "Service or asset",
                        hint = "Its name on the service map; leave it empty for any.")
                Optional<String> asset,
        Authority authority,
        @Attribute(label = "Replaces the rule for all centers") boolean instead) {
    public ApprovalRuleDraft {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(asset, "asset");
        Objects.requireNonNull(authority, "authority");
    }
}
