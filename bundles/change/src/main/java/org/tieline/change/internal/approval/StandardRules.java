package org.tieline.change.internal.approval;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.CHANGE_MANAGER;
import static org.tieline.api.access.Role.COORDINATOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.StandardRule;

/** Which change authority must agree to what, and with what quorum, in every center. */
final class StandardRules {
    private static final Authority MANAGER =
            new Authority("Center manager", EnumSet.of(CENTER_MANAGER, COORDINATOR), 1);
    private static final Authority EMERGENCY_BOARD =
            new Authority(
                    "Emergency change authority",
                    EnumSet.of(CENTER_MANAGER, CHANGE_MANAGER, COORDINATOR),
                    1);

    private static final Set<RiskLevel> ANY_RISK = EnumSet.allOf(RiskLevel.class);

    /** The first line that fits counts. A standard change was authorized with its model. */
    static final List<StandardRule> LINES =
            List.of(
                    new StandardRule(ChangeType.STANDARD, ANY_RISK, false, List.of()),
                    new StandardRule(
                            ChangeType.EMERGENCY, ANY_RISK, false, List.of(EMERGENCY_BOARD)),
                    new StandardRule(ChangeType.NORMAL, ANY_RISK, true, List.of(MANAGER, board(2))),
                    line(RiskLevel.HIGH, MANAGER, board(2)),
                    line(RiskLevel.MEDIUM, board(2)),
                    line(RiskLevel.LOW, board(1)));

    private StandardRules() {}

    private static StandardRule line(RiskLevel risk, Authority... authorities) {
        return new StandardRule(ChangeType.NORMAL, EnumSet.of(risk), false, List.of(authorities));
    }

    private static Authority board(int quorum) {
        return new Authority(
                "Change advisory board",
                EnumSet.of(CHANGE_MANAGER, CENTER_MANAGER, ADMINISTRATOR, COORDINATOR),
                quorum);
    }

    static List<Authority> of(ChangeType type, RiskLevel risk, boolean vital) {
        return LINES.stream()
                .filter(line -> line.type() == type && line.risk().contains(risk))
                .filter(line -> vital || !line.vital())
                .findFirst()
                .orElseThrow()
                .authorities();
    }
}
