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
import org.tieline.change.internal.lifecycle.Moves;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.change.internal.record.FoundConflicts;
import org.tieline.change.internal.record.Revision;
import org.tieline.change.internal.record.Saved;
import org.tieline.change.internal.record.ScheduleLock;
import org.tieline.change.internal.record.Written;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Names;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Writes edits of changes, with what they mean for an approval, and reviews. */
public final class Edits {
    private final Store store;
    private final Drafting drafting;
    private final Conflicts conflicts;
    private final Electorate electorate;
    private final Moves moves;

    public Edits(
            Store store,
            Drafting drafting,
            Conflicts conflicts,
            Electorate electorate,
            Moves moves) {
        this.store = store;
        this.drafting = drafting;
        this.conflicts = conflicts;
        this.electorate = electorate;
        this.moves = moves;
    }

    /**
     * @param seen the change as the caller saw it
     */
    public Change update(
            Caller caller, Change seen, ChangeDraft draft, Optional<String> said, Instant now) {
        Optional<String> conflictReason = ChangeRules.said(said);
        Faults.refuse(
                ChangeRules.text("conflictReason", conflictReason, ChangeRules.MAX_REASON),
                List.of());
        Written written = drafting.check(caller, seen.center(), Optional.of(seen), draft, now);
        Conflicts.Around around =
                conflicts.around(
                        seen.center(), Optional.of(seen.id()), written.draft(), written.touch());
        Electorate.Chosen chosen = electorate(seen, written);
        return store.write(
                caller,
                tx -> {
                    if (Material.movesWithinModel(seen, written.draft())) {
                        ScheduleLock.take(tx.sql());
                    }
                    Change before = Saved.lock(tx, seen.id());
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
                    Change after = edited(tx, before, written, known, chosen);
                    Saved.write(tx, before, after, "changed", written.touch().names());
                    return after;
                });
    }

    private Change edited(
            Transaction tx,
            Change before,
            Written written,
            List<KnownConflict> conflicts,
            Electorate.Chosen chosen) {
        Revision revision = new Revision(before).facts(written).conflicts(conflicts);
        if (before.state() == ChangeState.DRAFT) {
            return revision.kind(written.draft().type()).at(tx.now());
        }
        Optional<String> different = Material.difference(before.facts(), written.draft());
        if (different.isEmpty() || before.approval().status() == ApprovalStatus.REFUSED) {
            return revision.at(tx.now());
        }
        if (Material.movesWithinModel(before, written.draft())) {
            Change moved = revision.at(tx.now());
            moves.requireMet(
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
            moves.requireMet(back.get(), tx, now, MoveRequest.of(Move.RETURN), chosen);
        }
        if (written.draft().type() != ChangeType.STANDARD) {
            revision.ask(chosen.authorities(), different);
        }
        return revision.at(tx.now());
    }

    /** A draft asks nobody yet; what was refused is not asked for again. */
    private Electorate.Chosen electorate(Change seen, Written written) {
        return seen.state() == ChangeState.DRAFT
                        || Material.difference(seen.facts(), written.draft()).isEmpty()
                ? Electorate.Chosen.NOBODY
                : electorate.choose(
                        new Electorate.Matter(
                                seen.center(),
                                written.draft().type(),
                                written.risk().level(),
                                written.touch(),
                                ChangePeople.own(seen.requester(), written.implementer())));
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
        Faults.refuse(errors, List.of());
        return store.write(
                caller,
                tx -> {
                    Change before = Saved.lock(tx, id);
                    if (before.state() != ChangeState.REVIEW) {
                        throw new Conflict(
                                "A change is reviewed in the state review, after its work has"
                                        + " ended and before it is closed; "
                                        + before.number()
                                        + " is in the state "
                                        + Names.of(before.state())
                                        + ".");
                    }
                    if (before.version() != version) {
                        throw tx.stale(Change.ref(id), version, before.version());
                    }
                    Change after =
                            new Revision(before)
                                    .review(new Review(review, ChangePeople.who(caller), tx.now()))
                                    .at(tx.now());
                    Saved.write(tx, before, after, "reviewed");
                    return after;
                });
    }

    private static List<FieldError> text(String field, Optional<String> text) {
        return ChangeRules.text(field, text, ChangeDraft.MAX_TEXT);
    }
}
