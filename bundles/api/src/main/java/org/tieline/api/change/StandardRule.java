package org.tieline.api.change;

import java.util.List;
import java.util.Set;

/**
 * A line of the table that holds for every center. The first that fits a change counts.
 *
 * @param type changes of this type
 * @param risk changes of any of these risks
 * @param vital true for changes only that touch something vital
 * @param authorities who must agree; none for what is pre-approved
 */
public record StandardRule(
        ChangeType type, Set<RiskLevel> risk, boolean vital, List<Authority> authorities) {
    public StandardRule {
        risk = Set.copyOf(risk);
        authorities = List.copyOf(authorities);
    }
}
