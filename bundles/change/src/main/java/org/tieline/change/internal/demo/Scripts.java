package org.tieline.change.internal.demo;

import static org.tieline.api.change.StepKind.BACK_OUT;
import static org.tieline.api.change.StepKind.FLOOR_GO;
import static org.tieline.api.change.StepKind.IMPLEMENT;
import static org.tieline.api.change.StepKind.NOTIFY;
import static org.tieline.api.change.StepKind.PREPARE;
import static org.tieline.api.change.StepKind.TEST_CALL;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.StepKind;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.Window;

/** What the people of the demonstration write. */
final class Scripts {
    private Scripts() {}

    static ChangeDraft cadUpgrade(Set<String> assets, Window window, String implementer) {
        return draft(
                "Move CAD to the new database version",
                "The vendor ends support of the version in use this winter.",
                "CAD runs on the new database. Screens and run cards stay as they are.",
                assets,
                Optional.of(window),
                implementer,
                RiskAnswer.MEDIUM,
                "Create, dispatch and close ten practice incidents at two positions; compare the"
                        + " counts of units and premise notes with the printout made before.",
                "Stop CAD, point both servers at the old database, start CAD. The old database is"
                        + " kept untouched until Monday. Takes 25 minutes.",
                Duration.ofMinutes(75),
                "Run cards on paper: one telecommunicator writes, one runs, the supervisor keeps the"
                        + " unit board.",
                "Sheriff, fire and EMS supervisors a day before and at the start; the backup center"
                        + " at the start and the end.",
                List.of(
                        step(PREPARE, "Print open incidents and the unit board", 0, 10),
                        step(FLOOR_GO, "Shift supervisor: can the floor work on paper now?", 10, 5),
                        step(NOTIFY, "Tell the backup center and field supervisors", 15, 5),
                        step(
                                IMPLEMENT,
                                "Stop CAD, copy the database, start on the new one",
                                20,
                                40),
                        step(TEST_CALL, "Ten practice incidents at two positions", 60, 15),
                        step(BACK_OUT, "Point both servers back at the old database", 75, 25),
                        step(NOTIFY, "Tell everybody that CAD is back", 110, 5)));
    }

    static ChangeDraft firewall(Set<String> assets, Window window, String implementer) {
        return draft(
                "Tighten the firewall rules of the dispatch floor",
                "An audit found remote desktop open to the county's office network.",
                "Only the two jump hosts reach the dispatch floor.",
                assets,
                Optional.of(window),
                implementer,
                RiskAnswer.LOW,
                "Open CAD, the map and the recorder at each position; try remote desktop from an"
                        + " office: it must fail.",
                "Load the saved rule set; one command, two minutes.",
                Duration.ofMinutes(30),
                "Nothing changes if it goes well; run cards are at hand if CAD drops.",
                "Shift supervisor and the county's help desk.",
                List.of(
                        step(PREPARE, "Save the rules in use", 0, 5),
                        step(FLOOR_GO, "Shift supervisor: is it quiet enough?", 5, 5),
                        step(IMPLEMENT, "Load the new rules", 10, 5),
                        step(TEST_CALL, "Open CAD, map and recorder at each position", 15, 15),
                        step(BACK_OUT, "Load the saved rules", 30, 5)));
    }

    static ChangeDraft recorder(Set<String> assets, Window window, String implementer) {
        return draft(
                "Move the logging recorder to the new rack",
                "The old rack stands below an air conditioner that drips.",
                "The recorder stands in rack 4; what it records stays the same.",
                assets,
                Optional.of(window),
                implementer,
                RiskAnswer.LOW,
                "Call each position on a wireline and play the recording back.",
                "Plug it in again at the old rack, whose cables stay until the review.",
                Duration.ofMinutes(60),
                "As always. Nothing is recorded here meanwhile; the phone supplier keeps its call"
                        + " detail records.",
                "Shift supervisor, records custodian.",
                List.of(
                        step(FLOOR_GO, "Shift supervisor: go without recording?", 0, 5),
                        step(IMPLEMENT, "Shut down, move, cable, start", 5, 40),
                        step(TEST_CALL, "Record and play back a call", 45, 10),
                        step(BACK_OUT, "Back to the old rack", 60, 40)));
    }

    static ChangeDraft emergency(Set<String> assets) {
        ChangeDraft plain =
                ChangeDraft.of(
                        "Patch the text gateway against a flood of messages", ChangeType.EMERGENCY);
        return new ChangeDraft(
                plain.title(),
                plain.type(),
                plain.model(),
                Optional.of("Forged messages fill the queue; real texts wait for minutes."),
                Optional.of("The gateway drops messages without a carrier's signature."),
                assets,
                plain.callPaths(),
                plain.risk(),
                plain.window(),
                plain.implementer(),
                plain.testPlan(),
                plain.backOutPlan(),
                plain.decideAfter(),
                plain.callsMeanwhile(),
                plain.tell(),
                List.of(
                        step(
                                IMPLEMENT,
                                "Load the supplier's patch and restart the gateway",
                                0,
                                10)));
    }

    static ModelDraft restart() {
        return new ModelDraft(
                "Restart a dispatch position",
                Optional.of("A position is slow or frozen, and another one can take its seat."),
                Optional.of("The position does not answer to its telecommunicator."),
                Optional.of("The position works again. No other position is touched."),
                Set.of(),
                Duration.ofMinutes(30),
                Optional.of("Sign in, open CAD and the map, make one test call."),
                Optional.of("Move the telecommunicator to the spare position."),
                Optional.of(Duration.ofMinutes(20)),
                Optional.of("The telecommunicator sits at the spare position."),
                Optional.of("Shift supervisor."),
                List.of(
                        step(FLOOR_GO, "Shift supervisor: is the spare position free?", 0, 2),
                        step(IMPLEMENT, "Restart the position", 2, 8),
                        step(TEST_CALL, "Sign in and make one test call", 10, 5)));
    }

    private static StepPlan step(StepKind kind, String what, long after, long lasts) {
        return new StepPlan(
                Optional.empty(),
                kind,
                what,
                Optional.empty(),
                Optional.of(Duration.ofMinutes(after)),
                Optional.of(Duration.ofMinutes(lasts)));
    }

    private static ChangeDraft draft(
            String title,
            String why,
            String what,
            Set<String> assets,
            Optional<Window> window,
            String implementer,
            RiskAnswer risk,
            String test,
            String back,
            Duration decide,
            String meanwhile,
            String tell,
            List<StepPlan> steps) {
        Map<RiskQuestion, RiskAnswer> answers =
                Arrays.stream(RiskQuestion.values())
                        .collect(Collectors.toMap(Function.identity(), any -> risk));
        return new ChangeDraft(
                title,
                ChangeType.NORMAL,
                Optional.empty(),
                Optional.of(why),
                Optional.of(what),
                assets,
                Set.of(),
                answers,
                window,
                Optional.of(implementer),
                Optional.of(test),
                Optional.of(back),
                Optional.of(decide),
                Optional.of(meanwhile),
                Optional.of(tell),
                steps);
    }
}
