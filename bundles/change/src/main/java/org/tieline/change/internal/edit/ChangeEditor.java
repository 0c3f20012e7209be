package org.tieline.change.internal.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.KnownConflict;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Review;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.lifecycle.Lifecycle;
import org.tieline.change.internal.lifecycle.MoveService;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.ChangeWriter;
import org.tieline.change.internal.record.CheckedDraft;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.change.internal.record.FoundConflicts;
import org.tieline.change.internal.record.Revision;
import org.tieline.change.internal.record.ScheduleLock;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Writes edits of changes, with what they mean for an approval, and reviews. */
public final class ChangeEditor {
    private final Store store;
    private final DraftChecker draftChecker;
    private final Conflicts conflicts;
    private final Electorate electorate;
    private final MoveService moveService;

    public ChangeEditor(
            Store store,
            DraftChecker draftChecker,
            Conflicts conflicts,
            Electorate electorate,
            MoveService moveService) {
        this.store = store;
        this.draftChecker = draftChecker;
        this.conflicts = conflicts;
        this.electorate = electorate;
        this.moveService = moveService;
    }

    /**
     * @param seen the change as the caller saw it
     */
    public Change update(
            Caller caller, Change seen, ChangeDraft draft, Optional<String> said, Instant now) {
        Optional<String> conflictReason = ChangeRules.said(said);
        Validation.refuse(
                ChangeRules.text("conflictReason", conflictReason, ChangeRules.MAX_REASON),
                List.of());
        CheckedDraft checkedDraft =
                draftChecker.check(caller, seen.center(), Optional.of(seen), draft, now);
        Conflicts.Around around =
                conflicts.around(
                        seen.center(),
                        Optional.of(seen.id()),
                        checkedDraft.draft(),
                        checkedDraft.touch());
        Electorate.Chosen chosen = electorate(seen, checkedDraft);
        return store.write(
                caller,
                tx -> {
                    if (ApprovedScope.movesWithinModel(seen, checkedDraft.draft())) {
                        ScheduleLock.take(tx.sql());
                    }
                    Change before = ChangeWriter.lock(tx, seen.id());
                    if (before.version() != seen.version()) {
                        throw tx.stale(Change.ref(seen.id()), seen.version(), before.version());
                    }
                    List<KnownConflict> found =
                            FoundConflicts.merge(before.conflicts(), around.find(tx.sql()));
                    List<KnownConflict> known =
                            conflictReason
                                    .map(
                                            why ->
                                                    FoundConflicts.explain(
                                                            found, why, ChangePeople.who(caller)))
                                    .orElse(found);
                    Change after = edited(tx, before, checkedDraft, known, chosen);
                    ChangeWriter.write(tx, before, after, "changed", checkedDraft.touch().names());
                    return after;
                });
    }

    private Change edited(
            Transaction tx,
            Change before,
            CheckedDraft checkedDraft,
            List<KnownConflict> conflicts,
            Electorate.Chosen chosen) {
        Revision revision = new Revision(before).facts(checkedDraft).conflicts(conflicts);
        if (before.state() == ChangeState.DRAFT) {
            return revision.kind(checkedDraft.draft().type()).at(tx.now());
        }
        Optional<String> different = ApprovedScope.difference(before.facts(), checkedDraft.draft());
        if (different.isEmpty() || before.approval().status() == ApprovalStatus.REFUSED) {
            return revision.at(tx.now());
        }
        if (ApprovedScope.movesWithinModel(before, checkedDraft.draft())) {
            Change moved = revision.at(tx.now());
            moveService.requireMet(
                    Lifecycle.find(Move.SCHEDULE, ChangeType.STANDARD, ChangeState.DRAFT)
                            .orElseThrow(),
                    tx,
                    moved,
                    MoveRequest.of(Move.SCHEDULE),
                    Electorate.Chosen.NOBODY);
            return moved;
        }
        Optional<Lifecycle.Rule> back =
                Lifecycle.find(Move.RETURN, before.facts().type(), before.state());
        if (back.isPresent()) {
            Change now = revision.state(back.get().to()).at(tx.now());
            moveService.requireMet(back.get(), tx, now, MoveRequest.of(Move.RETURN), chosen);
        }
        if (checkedDraft.draft().type() != ChangeType.STANDARD) {
            revision.ask(chosen.authorities(), different);
        }
        return revision.at(tx.now());
    }

    /** A draft asks nobody yet; what was refused is not asked for again. */
    private Electorate.Chosen electorate(Change seen, CheckedDraft checkedDraft) {
        return seen.state() == ChangeState.DRAFT
                        || ApprovedScope.difference(seen.facts(), checkedDraft.draft()).isEmpty()
                ? Electorate.Chosen.NOBODY
                : electorate.choose(
                        new Electorate.Matter(
                                seen.center(),
                                checkedDraft.draft().type(),
                                checkedDraft.risk().level(),
                                checkedDraft.touch(),
                                ChangePeople.own(seen.requester(), checkedDraft.implementer())));
    }

    public Change review(Caller caller, String id, long version, ReviewDraft draft) {
        ReviewDraft review =
                new ReviewDraft(
                        draft.aim(),
                        ChangeRules.said(draft.sideEffects()),
                        ChangeRules.said(draft.incidents()),
                        ChangeRules.said(draft.learned()));
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(text("sideEffects", review.sideEffects()));
        errors.addAll(text("incidents", review.incidents()));
        errors.addAll(text("learned", review.learned()));
        Validation.refuse(errors, List.of());
        return store.write(
                caller,
                tx -> {
                    Change before = ChangeWriter.lock(tx, id);
                    if (before.state() != ChangeState.REVIEW) {
                        throw new Conflict(
                                "A change is reviewed in the state review, after its work has"
                                        + " ended and before it is closed; "
                                        + before.number()
                                        + " is in the state "
                                        + EnumNames.of(before.state())
                                        + ".");
                    }
                    if (before.version() != version) {
                        throw tx.stale(Change.ref(id), version, before.version());
                    }
                    Change after =
                            new Revision(before)
                                    .review(new Review(review, ChangePeople.who(caller), tx.now()))
                                    .at(tx.now());
                    ChangeWriter.write(tx, before, after, "reviewed");
                    return after;
                });
    }

    private static List<FieldError> text(String field, Optional<String> text) {
        return ChangeRules.text(field, text, ChangeDraft.MAX_TEXT);
    }
}
