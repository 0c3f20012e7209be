package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Review;
import org.tieline.api.change.RiskAnswer;
import org.tieline.api.change.RiskQuestion;
import org.tieline.api.change.TestCall;

/** A change as the API shows it. */
@Schema(name = "Change")
public record ChangeView(
        String id,
        String center,
        String number,
        String title,
        ChangeType type,
        ChangeState state,
        Optional<String> model,
        Optional<String> why,
        Optional<String> what,
        List<String> assets,
        @Schema(description = "Those that people named") List<CallPath> callPaths,
        @Schema(description = "All that it touches; each needs a test call for a success")
                List<CallPath> touchedPaths,
        Map<RiskQuestion, RiskAnswer> risk,
        RiskView assessment,
        Optional<WindowView> window,
        Optional<WhoView> implementer,
        Optional<String> testPlan,
        Optional<String> backOutPlan,
        Optional<Long> decideAfter,
        Optional<Instant> decideBy,
        Optional<String> callsMeanwhile,
        Optional<String> tell,
        List<StepView> steps,
        ApprovalView approval,
        List<ConflictView> conflicts,
        List<TestCallView> testCalls,
        Optional<Instant> started,
        Optional<Instant> backedOut,
        Optional<Instant> ended,
        Optional<ReviewView> review,
        Optional<ClosureCode> closure,
        WhoView requester,
        long version,
        Instant created,
        Instant updated) {

    /** A test call. */
    @Schema(name = "TestCall")
    public record TestCallView(
            String id, CallPath path, boolean passed, Instant at, String note, WhoView by) {
        static TestCallView of(TestCall call) {
            return new TestCallView(
                    call.id(),
                    call.path(),
                    call.passed(),
                    call.at(),
                    call.note(),
                    WhoView.of(call.by()));
        }
    }

    /** The post-implementation review. */
    @Schema(name = "ChangeReview")
    public record ReviewView(
            AimMet aim,
            Optional<String> sideEffects,
            Optional<String> incidents,
            Optional<String> learned,
            WhoView by,
            Instant at) {
        static ReviewView of(Review review) {
            return new ReviewView(
                    review.facts().aim(),
                    review.facts().sideEffects(),
                    review.facts().incidents(),
                    review.facts().learned(),
                    WhoView.of(review.by()),
                    review.at());
        }
    }

    static ChangeView of(Change change) {
        ChangeDraft facts = change.facts();
        return new ChangeView(
                change.id(),
                change.center(),
                change.number(),
                facts.title(),
                facts.type(),
                change.state(),
                facts.model(),
                facts.why(),
                facts.what(),
                facts.assets().stream().sorted().toList(),
                facts.callPaths().stream().sorted().toList(),
                change.callPaths().stream().sorted().toList(),
                facts.risk(),
                RiskView.of(change.risk()),
                facts.window().map(WindowView::of),
                change.implementer().map(WhoView::of),
                facts.testPlan(),
                facts.backOutPlan(),
                facts.decideAfter().map(Duration::toMinutes),
                change.decideBy(),
                facts.callsMeanwhile(),
                facts.tell(),
                change.steps().stream().map(StepView::of).toList(),
                ApprovalView.of(change.approval()),
                change.conflicts().stream().map(ConflictView::of).toList(),
                change.testCalls().stream().map(TestCallView::of).toList(),
                change.started(),
                change.backedOut(),
                change.ended(),
                change.review().map(ReviewView::of),
                change.closure(),
                WhoView.of(change.requester()),
                change.version(),
                change.created(),
                change.updated());
    }
}
