package org.tieline.api.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.RecordRef;
import org.tieline.api.asset.CallPath;
import org.tieline.api.record.Who;

/**
 * A change.
 *
 * @param id a UUID
 * @param center id of the center that it belongs to, for ever
 * @param number what people call it, such as {@code C-2026-0012}: the year on the center's clock in
 *     which it was written, and a number that counts within center and year
 * @param facts what people say of it; the steps as in {@link #steps}
 * @param state where it is in its life
 * @param callPaths all the call paths that it touches: those of its assets, of what depends on
 *     them, and those that people named
 * @param risk how risky it is, and why
 * @param approval who must agree, and who has
 * @param conflicts what it collides with, and what was said to it
 * @param steps what is done, in order
 * @param testCalls the evidence, oldest first
 * @param started when the work began
 * @param backedOut when backing out began
 * @param ended when the work ended
 * @param review what it was worth
 * @param closure how it ended
 * @param requester who wrote it
 * @param implementer who does it
 * @param version counts its changes, from 1
 * @param created when it was written
 * @param updated when it was last changed
 */
public record Change(
        String id,
        String center,
        String number,
        ChangeDraft facts,
        ChangeState state,
        Set<CallPath> callPaths,
        Risk risk,
        Approval approval,
        List<KnownConflict> conflicts,
        List<Step> steps,
        List<TestCall> testCalls,
        Optional<Instant> started,
        Optional<Instant> backedOut,
        Optional<Instant> ended,
        Optional<Review> review,
        Optional<ClosureCode> closure,
        Who requester,
        Optional<Who> implementer,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "change";

    public Change {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(state, "state");
        callPaths = Set.copyOf(callPaths);
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(approval, "approval");
        conflicts = List.copyOf(conflicts);
        steps = List.copyOf(steps);
        testCalls = List.copyOf(testCalls);
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(backedOut, "backedOut");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(review, "review");
        Objects.requireNonNull(closure, "closure");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(implementer, "implementer");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }

    /** Returns the latest time to decide on backing out. */
    public Optional<Instant> decideBy() {
        return facts.window()
                .flatMap(window -> facts.decideAfter().map(after -> window.start().plus(after)));
    }

    /** Returns the newest test call of a call path. */
    public Optional<TestCall> testCall(CallPath path) {
        return testCalls.stream()
                .filter(call -> call.path() == path)
                .reduce((earlier, later) -> later);
    }

    public ChangeEntry entry() {
        return new ChangeEntry(
                id,
                center,
                number,
                facts.title(),
                facts.type(),
                state,
                risk.level(),
                facts.window(),
                implementer,
                requester,
                closure,
                updated);
    }
}
