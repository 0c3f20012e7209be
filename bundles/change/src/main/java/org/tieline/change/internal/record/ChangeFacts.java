package org.tieline.change.internal.record;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.FieldChange;
import org.tieline.api.change.Approval;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Review;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.Step;
import org.tieline.api.change.StepPlan;
import org.tieline.api.change.TestCall;
import org.tieline.api.change.Vote;
import org.tieline.api.change.Window;
import org.tieline.api.record.Who;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;

/** A change as the journal tells it. */
public final class ChangeFacts {
    private ChangeFacts() {}

    /**
     * @param names the names of its assets, by id
     */
    public static JournalFields of(Change change, Map<String, String> names) {
        ChangeDraft facts = change.facts();
        Optional<ReviewDraft> review = change.review().map(Review::facts);
        JournalFields plan =
                JournalFields.NONE
                        .with("number", change.number())
                        .with("title", facts.title())
                        .with("type", EnumNames.of(facts.type()))
                        .with("state", EnumNames.of(change.state()))
                        .with("model", facts.model())
                        .with("why", facts.why())
                        .with("what", facts.what())
                        .with("assets", assets(facts, names))
                        .with("callPaths", paths(facts));
        return risk(plan, facts)
                .with("riskLevel", EnumNames.of(change.risk().level()))
                .with("window.start", facts.window().map(Window::start))
                .with("window.end", facts.window().map(Window::end))
                .with("implementer", change.implementer().map(Who::name))
                .with("testPlan", facts.testPlan())
                .with("backOutPlan", facts.backOutPlan())
                .with("decideAfter", facts.decideAfter().map(ChangeFacts::minutes))
                .with("callsMeanwhile", facts.callsMeanwhile())
                .with("tell", facts.tell())
                .with("steps", lines(change.steps().stream().map(ChangeFacts::step)))
                .with("approval", EnumNames.of(change.approval().status()))
                .with("askedAgain", change.approval().askedAgain())
                .with("votes", votes(change.approval()))
                .with("conflicts", conflicts(change))
                .with("testCalls", lines(change.testCalls().stream().map(ChangeFacts::call)))
                .with("started", change.started())
                .with("backedOut", change.backedOut())
                .with("ended", change.ended())
                .with("aim", review.map(ReviewDraft::aim).map(EnumNames::of))
                .with("sideEffects", review.flatMap(ReviewDraft::sideEffects))
                .with("incidents", review.flatMap(ReviewDraft::incidents))
                .with("learned", review.flatMap(ReviewDraft::learned))
                .with("closure", change.closure().map(EnumNames::of));
    }

    private static String assets(ChangeDraft facts, Map<String, String> names) {
        return lines(facts.assets().stream().map(id -> names.getOrDefault(id, id)).sorted());
    }

    private static JournalFields risk(JournalFields told, ChangeDraft facts) {
        JournalFields all = told;
        for (RiskQuestion question : RiskQuestion.values()) {
            all =
                    all.with(
                            ChangeWords.risk(question),
                            Optional.ofNullable(facts.risk().get(question)).map(question::meaning));
        }
        return all;
    }

    private static String paths(ChangeDraft facts) {
        return facts.callPaths().stream()
                .sorted()
                .map(ChangeWords::of)
                .collect(Collectors.joining(", "));
    }

    private static String step(Step step) {
        return plan(step.plan())
                + ", "
                + ChangeWords.of(step.state()).toLowerCase(Locale.ROOT)
                + step.result().map(result -> ", " + result).orElse("");
    }

    /** What became of the steps, one by one: only those that are different. */
    static List<FieldChange> steps(Change before, Change after) {
        Map<String, Step> were =
                before.steps().stream().collect(Collectors.toMap(Step::id, Function.identity()));
        return after.steps().stream()
                .filter(step -> !step.equals(were.get(step.id())))
                .map(
                        step ->
                                new FieldChange(
                                        "step",
                                        Optional.ofNullable(were.get(step.id()))
                                                .map(ChangeFacts::progress),
                                        Optional.of(progress(step))))
                .toList();
    }

    private static String progress(Step step) {
        return step.plan().what()
                + ": "
                + ChangeWords.of(step.state()).toLowerCase(Locale.ROOT)
                + step.result().map(result -> ", " + result).orElse("");
    }

    public static String plan(StepPlan plan) {
        return ChangeWords.of(plan.kind())
                + ": "
                + plan.what()
                + plan.owner().map(owner -> ", " + owner).orElse("")
                + plan.startsAfter().map(after -> ", after " + minutes(after)).orElse("")
                + plan.lasts().map(lasts -> ", for " + minutes(lasts)).orElse("");
    }

    public static String minutes(Duration duration) {
        return duration.toMinutes() + " min";
    }

    private static String votes(Approval approval) {
        return lines(approval.votes().stream().map(ChangeFacts::vote));
    }

    private static String vote(Vote vote) {
        return "round "
                + vote.round()
                + ", "
                + vote.voter().name()
                + ": "
                + ChangeWords.of(vote.choice()).toLowerCase(Locale.ROOT)
                + vote.reason().map(why -> ", " + why).orElse("");
    }

    /** Those that somebody gave a reason for. */
    private static String conflicts(Change change) {
        return lines(
                change.conflicts().stream()
                        .filter(known -> known.reason().isPresent())
                        .map(ChangeFacts::conflict));
    }

    private static String conflict(KnownConflict known) {
        return known.conflict().words() + " Accepted because: " + known.reason().orElse("");
    }

    private static String call(TestCall call) {
        return ChangeWords.of(call.path())
                + " "
                + (call.passed() ? "passed: " : "failed: ")
                + call.note();
    }

    public static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
