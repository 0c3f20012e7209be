package org.tieline.change.internal.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Review;
import org.tieline.api.change.Risk;
import org.tieline.api.change.Step;
import org.tieline.api.change.TestCall;
import org.tieline.api.change.Vote;
import org.tieline.api.record.Who;

/** A change on its way to its next version; belongs to the write that makes it. */
public final class Revision {
    private final Change before;
    private ChangeDraft facts;
    private ChangeState state;
    private Set<CallPath> callPaths;
    private Risk risk;
    private Approval approval;
    private List<KnownConflict> conflicts;
    private List<Step> steps;
    private List<TestCall> testCalls;
    private Optional<Instant> started;
    private Optional<Instant> backedOut;
    private Optional<Instant> ended;
    private Optional<Review> review;
    private Optional<ClosureCode> closure;
    private Optional<Who> implementer;

    public Revision(Change before) {
        this.before = before;
        facts = before.facts();
        state = before.state();
        callPaths = before.callPaths();
        risk = before.risk();
        approval = before.approval();
        conflicts = before.conflicts();
        steps = before.steps();
        testCalls = before.testCalls();
        started = before.started();
        backedOut = before.backedOut();
        ended = before.ended();
        review = before.review();
        closure = before.closure();
        implementer = before.implementer();
    }

    public Revision facts(CheckedDraft checkedDraft) {
        facts = checkedDraft.draft();
        steps = checkedDraft.steps();
        implementer = checkedDraft.implementer();
        callPaths = checkedDraft.callPaths();
        risk = checkedDraft.risk();
        return this;
    }

    /** A draft whose type was changed is authorized as its type is. */
    public Revision kind(ChangeType type) {
        boolean standard = type == ChangeType.STANDARD;
        ApprovalStatus fits = standard ? ApprovalStatus.PRE_AUTHORISED : ApprovalStatus.NOT_ASKED;
        return approval(fits, approval.votes());
    }

    public Revision state(ChangeState now) {
        state = now;
        return this;
    }

    public Revision conflicts(List<KnownConflict> now) {
        conflicts = now;
        return this;
    }

    public Revision steps(List<Step> now) {
        steps = now;
        return this;
    }

    public Revision testCalls(List<TestCall> now) {
        testCalls = now;
        return this;
    }

    public Revision started(Instant at) {
        started = started.or(() -> Optional.of(at));
        return this;
    }

    public Revision backedOut(Instant at) {
        backedOut = Optional.of(at);
        return this;
    }

    public Revision ended(Instant at) {
        ended = Optional.of(at);
        return this;
    }

    public Revision review(Review now) {
        review = Optional.of(now);
        return this;
    }

    public Revision closure(ClosureCode code) {
        closure = Optional.of(code);
        return this;
    }

    /** Asks for a new round of votes. */
    public Revision ask(List<Authority> authorities, Optional<String> again) {
        approval =
                new Approval(
                        ApprovalStatus.ASKED,
                        approval.round() + 1,
                        authorities,
                        approval.votes(),
                        again);
        return this;
    }

    public Revision approval(ApprovalStatus status, List<Vote> votes) {
        approval =
                new Approval(
                        status,
                        approval.round(),
                        approval.authorities(),
                        votes,
                        approval.askedAgain());
        return this;
    }

    /** Returns the change as it is from now on. */
    public Change at(Instant now) {
        return change(before.version() + 1, now);
    }

    /** Returns the change for a further look, not to be written. */
    public Change same() {
        return change(before.version(), before.updated());
    }

    private Change change(long version, Instant updated) {
        return new Change(
                before.id(),
                before.center(),
                before.number(),
                facts,
                state,
                callPaths,
                risk,
                approval,
                conflicts,
                steps,
                testCalls,
                started,
                backedOut,
                ended,
                review,
                closure,
                before.requester(),
                implementer,
                version,
                before.created(),
                updated);
    }
}
