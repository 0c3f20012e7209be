package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.AimMet;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.StepState;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.lifecycle.Bulk;

/** What is sent and answered beside a change itself. */
public final class Requests {
    private Requests() {}

    /** A move to be made. */
    @Schema(name = "ChangeMove")
    public record MoveBody(
            Move move,
            @Schema(description = "Why; at most 1,000 characters") Optional<String> reason,
            @Schema(description = "Why the soft conflicts of the change are accepted")
                    Optional<String> conflictReason,
            @Schema(description = "For close") Optional<ClosureCode> closure) {
        MoveRequest request() {
            return new MoveRequest(move, reason, conflictReason, closure);
        }
    }

    /** A move that can be made, and what is still missing for it. */
    @Schema(name = "ChangeMoveOption")
    public record OptionView(
            Move move, ChangeState to, List<FieldError> missing, boolean wantsReason) {
        static OptionView of(MoveOption option) {
            return new OptionView(
                    option.move(), option.to(), option.missing(), option.wantsReason());
        }
    }

    /** The moves that can be made. */
    @Schema(name = "ChangeMoveOptions")
    public record OptionsView(List<OptionView> items) {}

    /** A vote to be cast. */
    @Schema(name = "NewChangeVote")
    public record VoteBody(
            @Schema(description = "The round that was read") int round,
            @Schema(description = "Id of the person in whose place a delegate votes")
                    Optional<String> standsFor,
            VoteChoice choice,
            @Schema(description = "At most 1,000 characters; needed to refuse")
                    Optional<String> reason) {}

    /** One move for several changes. */
    @Schema(name = "ChangeMoves")
    public record BulkBody(
            @Schema(description = "Ids of the changes, at most 100") List<String> changes,
            Move move,
            @Schema(description = "Why, where the move wants it") Optional<String> reason) {
        List<String> ids() {
            return changes == null ? List.of() : changes;
        }

        MoveRequest request() {
            if (move == null) {
                throw new Invalid(new FieldError("move", "must be given"));
            }
            return new MoveRequest(move, reason, Optional.empty(), Optional.empty());
        }
    }

    /** What became of one of them. */
    @Schema(name = "ChangeMoved")
    public record BulkItem(
            @Schema(description = "Left away for one that is not there") Optional<String> id,
            boolean done,
            Optional<ChangeState> state,
            @Schema(description = "What stands against it") Optional<String> refused) {}

    /** What became of each. */
    @Schema(name = "ChangesMoved")
    public record BulkView(List<BulkItem> items) {
        static BulkView of(List<Bulk.Result> results) {
            return new BulkView(
                    results.stream()
                            .map(
                                    one ->
                                            new BulkItem(
                                                    one.change().map(Change::id),
                                                    one.refused().isEmpty(),
                                                    one.change().map(Change::state),
                                                    one.change().isPresent()
                                                            ? one.refused()
                                                            : Optional.of("is not there")))
                            .toList());
        }
    }

    /** The lesson that was made. */
    @Schema(name = "LessonMade")
    public record LessonMade(@Schema(description = "Id of the lesson") String lesson) {}

    /** How far a step is. */
    @Schema(name = "ChangeStepResult")
    public record StepResult(
            StepState state,
            @Schema(description = "When that was; now if left away") Optional<Instant> at,
            @Schema(description = "Result; needed for failed and skipped")
                    Optional<String> result) {}

    /** A test call to be recorded. */
    @Schema(name = "NewTestCall")
    public record NewTestCall(
            CallPath path,
            boolean passed,
            @Schema(description = "When it was made; now if left away") Optional<Instant> at,
            @Schema(description = "From where, to which position, what was seen") String note) {}

    /** What a review says. */
    @Schema(name = "NewChangeReview")
    public record ReviewBody(
            AimMet aim,
            Optional<String> sideEffects,
            Optional<String> incidents,
            Optional<String> learned) {
        ReviewDraft draft() {
            return new ReviewDraft(aim, sideEffects, incidents, learned);
        }
    }
}
