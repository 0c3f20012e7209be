package org.tieline.change.internal.page.part;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.tieline.api.change.Change;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Stale;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.record.EnumNames;
import org.tieline.web.Lists;

/**
 * A move, a vote or a step as somebody asked for it: what they typed stays when it is refused.
 *
 * @param what the move or whatever else was pressed
 * @param faults why it was refused
 */
public record SubmittedAction(
        String what,
        Optional<String> reason,
        Optional<String> conflictReason,
        Optional<ClosureCode> closure,
        int round,
        List<String> faults) {
    public static final SubmittedAction NOTHING =
            new SubmittedAction(
                    "", Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());

    public static SubmittedAction of(MultivaluedMap<String, String> sent) {
        return new SubmittedAction(
                Optional.ofNullable(sent.getFirst("move"))
                        .orElse(Optional.ofNullable(sent.getFirst("what")).orElse("")),
                Lists.given(sent.getFirst("reason")),
                Lists.given(sent.getFirst("conflictReason")),
                EnumNames.find(ClosureCode.values(), sent.getFirst("closure")),
                number(sent.getFirst("round")),
                List.of());
    }

    /** What was typed beside a step or a test call. */
    public static SubmittedAction typed(String what, String text) {
        return new SubmittedAction(
                what, Lists.given(text), Optional.empty(), Optional.empty(), 0, List.of());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(Optional.ofNullable(text).orElse("0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /**
     * @throws Invalid if it is no move
     */
    public MoveRequest move() {
        Move move =
                EnumNames.find(Move.values(), what)
                        .filter(Move::canBeAskedFor)
                        .orElseThrow(
                                () -> new Invalid(new FieldError("move", "is none of the moves")));
        return new MoveRequest(move, reason, conflictReason, closure);
    }

    public SubmittedAction because(String text) {
        return new SubmittedAction(
                what, reason.or(() -> Optional.of(text)), conflictReason, closure, round, faults);
    }

    public SubmittedAction refused(Refusal refusal) {
        return refusal instanceof Invalid invalid
                ? refused(
                        invalid.errors().stream()
                                .map(
                                        error ->
                                                ChangeWords.field(error.field())
                                                        + " "
                                                        + error.message())
                                .toList())
                : refused(List.of(refusal.getMessage()));
    }

    public SubmittedAction refused(String fault) {
        return refused(List.of(fault));
    }

    private SubmittedAction refused(List<String> why) {
        return new SubmittedAction(what, reason, conflictReason, closure, round, why);
    }

    public static int status(Refusal refusal) {
        return refusal instanceof Invalid
                ? 400
                : refusal instanceof Forbidden ? 403 : refusal instanceof Stale ? 412 : 409;
    }

    /** Returns what was typed as the reason for this. */
    public String reason(String of) {
        return what.equals(of) ? reason.orElse("") : "";
    }

    public String reason(Move of) {
        return reason(EnumNames.of(of));
    }

    public String conflictReason(Move of) {
        return what.equals(EnumNames.of(of)) ? conflictReason.orElse("") : "";
    }

    public String done(Change change) {
        return change.number() + ": " + ChangeWords.of(change.state()).toLowerCase() + ".";
    }
}
