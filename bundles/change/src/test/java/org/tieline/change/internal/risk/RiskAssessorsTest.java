package org.tieline.change.internal.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Support;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskFinding;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Window;
import org.tieline.change.internal.conflict.CalendarTest;
import org.tieline.core.internal.Engine;
import org.tieline.core.record.EnumNames;
import org.tieline.spi.change.Assessed;
import org.tieline.spi.change.RiskAssessor;
import org.tieline.store.Columns;

/** What Tieline's own assessors say, word for word. */
class RiskAssessorsTest extends CalendarTest {
    private static final Window NIGHT = window("2027-01-12T08:00:00Z", Duration.ofHours(2));

    RiskAssessorsTest(Engine engine) {
        super(engine);
    }

    private List<String> told(RiskAssessor assessor, ChangeDraft draft) {
        return assessor.assess(manager, assessed(draft)).stream()
                .map(finding -> finding.points() + ": " + finding.reason())
                .toList();
    }

    private Assessed assessed(ChangeDraft draft) {
        return new Assessed(
                center, Optional.empty(), draft, assetImpact.of(center, draft.assets()).failing());
    }

    private static ChangeDraft with(
            Map<RiskQuestion, RiskAnswer> answers,
            Set<String> assets,
            Optional<String> backOut,
            Optional<Duration> decideAfter) {
        ChangeDraft plain = draft(NIGHT, Optional.empty(), assets);
        return new ChangeDraft(
                plain.title(),
                plain.type(),
                plain.model(),
                plain.why(),
                plain.what(),
                assets,
                plain.callPaths(),
                answers,
                plain.window(),
                plain.implementer(),
                plain.testPlan(),
                backOut,
                decideAfter,
                plain.callsMeanwhile(),
                plain.tell(),
                plain.steps());
    }

    @Test
    void theQuestionnaireSaysWhichAnswersWeigh() {
        assertEquals(
                List.of(
                        "30: What happens to calls while it runs? Some cannot be taken here.",
                        "4: Was it tried outside the live floor? In part."),
                told(
                        new Questionnaire(),
                        with(
                                Map.of(
                                        RiskQuestion.CALLS, RiskAnswer.HIGH,
                                        RiskQuestion.TRIAL, RiskAnswer.MEDIUM,
                                        RiskQuestion.REACH, RiskAnswer.LOW),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty())));
    }

    @Test
    void theWorstAnswersTogetherAreAHighRisk() {
        int sum = 0;
        for (RiskQuestion question : RiskQuestion.values()) {
            sum +=
                    new Questionnaire()
                                    .assess(
                                            manager,
                                            assessed(
                                                    with(
                                                            Map.of(question, RiskAnswer.HIGH),
                                                            Set.of(),
                                                            Optional.empty(),
                                                            Optional.empty())))
                                    .stream()
                                    .mapToInt(RiskFinding::points)
                                    .sum();
        }
        assertEquals(93, sum);
    }

    @Test
    void theWayBackIsJudgedByPlanAndTime() {
        RiskAssessor assessor = new WayBackAssessor();
        Optional<String> plan = Optional.of("Put the old card back");
        assertEquals(
                List.of("15: Nothing says how to go back."),
                told(assessor, with(Map.of(), Set.of(), Optional.of(" "), Optional.empty())));
        assertEquals(
                List.of("6: Nothing says until when to decide on going back."),
                told(assessor, with(Map.of(), Set.of(), plan, Optional.empty())));
        assertEquals(
                List.of(
                        "8: After the last decision on going back only 20 minutes of the window"
                                + " are left."),
                told(
                        assessor,
                        with(Map.of(), Set.of(), plan, Optional.of(Duration.ofMinutes(100)))));
        assertEquals(
                List.of("-4: The back-out plan is written down and has time kept for it."),
                told(
                        assessor,
                        with(Map.of(), Set.of(), plan, Optional.of(Duration.ofMinutes(80)))));
    }

    @Test
    void whatIsLostIsFollowedThroughTheMap() {
        Asset trunk = make("Trunk 1", AssetKind.TRUNK, Criticality.HIGH, Set.of(CallPath.WIRELINE));
        make("Call answering", AssetKind.SERVICE, Criticality.VITAL, Set.of(), trunk);
        RiskAssessor assessor = new ImpactAssessor();
        assertEquals(
                List.of(
                        "18: If it fails, the center is without Call answering.",
                        "3: It touches these call paths: Wireline calls.",
                        "6: Nothing says how calls are taken without Call answering, Trunk 1."),
                told(assessor, draft(NIGHT, Optional.empty(), Set.of(trunk.id()))));
        assertEquals(List.of(), told(assessor, draft(NIGHT, Optional.empty(), Set.of("unknown"))));
    }

    private Asset make(
            String name,
            AssetKind kind,
            Criticality criticality,
            Set<CallPath> paths,
            Asset... restsOn) {
        AssetDraft plain = asset(name, kind, Set.of(), restsOn);
        List<Support> supports = plain.restsOn();
        return assets.create(
                ROOT,
                center,
                new AssetDraft(
                        name,
                        kind,
                        plain.state(),
                        criticality,
                        plain.owner(),
                        plain.supplier(),
                        plain.fallback(),
                        paths,
                        plain.maintenance(),
                        supports,
                        plain.sharedWith()));
    }

    @Test
    void howThingsWentBeforeCounts() {
        Asset cad = make("CAD", AssetKind.CAD, Criticality.HIGH, Set.of());
        RiskAssessor assessor = new PastOutcomeAssessor(store);
        ChangeDraft draft = draft(NIGHT, Optional.empty(), Set.of(cad.id()));
        assertEquals(List.of(), told(assessor, draft));
        ended(center, cad, ClosureCode.SUCCESSFUL);
        ended(platform.center(), cad, ClosureCode.FAILED);
        ended(center, cad, ClosureCode.CANCELLED);
        assertEquals(
                List.of("0: The last change to the same assets went well."), told(assessor, draft));
        ended(center, cad, ClosureCode.SUCCESSFUL);
        ended(center, cad, ClosureCode.SUCCESSFUL);
        assertEquals(
                List.of("-5: The last 3 changes to the same assets went well."),
                told(assessor, draft));
        ended(center, cad, ClosureCode.BACKED_OUT);
        ended(center, cad, ClosureCode.WITH_ISSUES);
        assertEquals(
                List.of(
                        "6: Of the last 5 changes to the same assets, 1 failed or had to be backed"
                                + " out, and 1 had issues."),
                told(assessor, draft));
    }

    private void ended(String of, Asset asset, ClosureCode code) {
        String id = planned(ChangeState.CLOSED, of, "Past", NIGHT, Optional.empty(), asset.id());
        var table = Columns.table("changes", "change_record");
        store.write(
                ROOT,
                tx ->
                        tx.sql()
                                .update(table)
                                .set(Columns.text(table, "closure"), EnumNames.of(code))
                                .where(Columns.text(table, "id").eq(id))
                                .execute());
    }
}
