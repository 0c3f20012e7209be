package org.tieline.change.internal.risk;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.RiskFinding;
import org.tieline.api.change.Window;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;

/** Looks at whether the way back is there, and whether it is decided on in time. */
@Component
public final class WayBackAssessor implements RiskAssessor {
    private static final int NO_PLAN = 15;
    private static final int NO_DECISION = 6;
    private static final int LATE = 8;
    private static final int READY = -4;

    @Override
    public String name() {
        return "Back-out plan";
    }

    @Override
    public List<RiskFinding> assess(Caller caller, Assessed change) {
        ChangeDraft draft = change.draft();
        if (draft.backOutPlan().filter(plan -> !plan.isBlank()).isEmpty()) {
            return List.of(new RiskFinding(name(), NO_PLAN, "Nothing says how to go back."));
        }
        if (draft.decideAfter().isEmpty()) {
            return List.of(
                    new RiskFinding(
                            name(),
                            NO_DECISION,
                            "Nothing says until when to decide on going back."));
        }
        return draft.window()
                .map(window -> inTime(window, draft.decideAfter().get()))
                .map(List::of)
                .orElse(List.of());
    }

    private RiskFinding inTime(Window window, Duration decideAfter) {
        Duration left = window.length().minus(decideAfter);
        return left.compareTo(decideAfter.dividedBy(2)) >= 0
                ? new RiskFinding(
                        name(),
                        READY,
                        "The back-out plan is written down and has time kept for it.")
                : new RiskFinding(
                        name(),
                        LATE,
                        "After the last decision on going back only "
                                + left.toMinutes()
                                + " minutes of the window are left.");
    }
}
