package org.tieline.change.internal.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Risk;
import org.tieline.api.change.RiskFinding;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;

/** Asks everybody who has something to say about the risk of a change. */
@Component(service = Assessors.class)
public final class Assessors {
    private static final Logger LOG = LoggerFactory.getLogger(Assessors.class);
    private static final int MOST = 50;
    private static final int MAX_NAME = 120;
    private static final int MAX_REASON = 1_000;

    private final List<RiskAssessor> assessors = new CopyOnWriteArrayList<>();

    @Activate
    public Assessors() {}

    public Assessors(List<RiskAssessor> some) {
        assessors.addAll(some);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(RiskAssessor assessor) {
        assessors.add(assessor);
    }

    void remove(RiskAssessor assessor) {
        assessors.remove(assessor);
    }

    public Risk assess(Caller caller, Assessed change) {
        List<RiskFinding> findings = new ArrayList<>();
        for (RiskAssessor assessor : assessors) {
            try {
                findings.addAll(assessor.assess(caller, change));
            } catch (RuntimeException e) {
                LOG.error(
                        "{} could not assess a change of {}", assessor.name(), change.center(), e);
            }
        }
        return new Risk(
                findings.stream()
                        .sorted(
                                Comparator.comparing(RiskFinding::points)
                                        .reversed()
                                        .thenComparing(RiskFinding::assessor)
                                        .thenComparing(RiskFinding::reason))
                        .limit(MOST)
                        .map(Assessors::kept)
                        .toList());
    }

    private static RiskFinding kept(RiskFinding finding) {
        return new RiskFinding(
                cut(finding.assessor(), MAX_NAME),
                finding.points(),
                cut(finding.reason(), MAX_REASON));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
