package org.tieline.change.internal.risk;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.access.Caller;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskFinding;
import org.tieline.api.change.RiskQuestion;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;

/** Weighs the answers that people gave: calls weigh most, then the way back. */
@Component
public final class Questionnaire implements RiskAssessor {
    @Override
    public String name() {
        return "Questionnaire";
    }

    @Override
    public List<RiskFinding> assess(Caller caller, Assessed change) {
        List<RiskFinding> findings = new ArrayList<>();
        for (RiskQuestion question : RiskQuestion.values()) {
            RiskAnswer answer = change.draft().risk().getOrDefault(question, RiskAnswer.LOW);
            if (answer != RiskAnswer.LOW) {
                findings.add(
                        new RiskFinding(
                                name(),
                                answer == RiskAnswer.HIGH ? worst(question) : worst(question) / 3,
                                question.question() + " " + question.meaning(answer) + "."));
            }
        }
        return findings;
    }

    private static int worst(RiskQuestion question) {
        return switch (question) {
            case CALLS -> 30;
            case WAY_BACK -> 24;
            case REACH -> 15;
            case EXPERIENCE, TRIAL -> 12;
        };
    }
}
