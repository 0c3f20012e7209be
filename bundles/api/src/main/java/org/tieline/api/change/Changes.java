package org.tieline.api.change;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;

/**
 * The changes of the centers. Thread-safe. Every method throws {@link NotFound} or {@link
 * Forbidden} as {@link org.tieline.api.access.Access} decides. The history of a change is in the
 * {@link org.tieline.api.journal.Journal} under {@link Change#ref}.
 */
@ProviderType
public interface Changes {
    /**
     * Returns the changes within reach, in the order of the filter.
     *
     * @throws Invalid if the cursor is not one of this list
     */
    Page<ChangeEntry> list(Caller caller, ChangeFilter filter, PageRequest page);

    Change get(Caller caller, String id);

    /**
     * Returns these changes in the order of their ids; those that do not exist, or not for this
     * caller, are left out.
     *
     * @param ids at most 500
     */
    List<Change> all(Caller caller, List<String> ids);

    /**
     * Says what a draft would mean if it were saved now, without saving it: what is wrong in a
     * field of the draft is passed over.
     *
     * @param id the change that it is a draft of; empty for a new one
     */
    Preview preview(Caller caller, String center, Optional<String> id, ChangeDraft draft);

    /**
     * Writes a change, in the state {@link ChangeState#DRAFT}. What is missing in a draft is no
     * fault; what is there must be right. The plans of a standard change are those of its model:
     * those that the draft leaves empty are taken from there.
     *
     * @throws Invalid if a field is out of its range, a window is in the past, or a standard change
     *     departs from its model
     */
    Change create(Caller caller, String center, ChangeDraft draft);

    /**
     * Changes a change. When it was submitted, approved or scheduled, and its window, implementer,
     * assets, risk or plans change, a new round of approval is asked for, and what was changed is
     * its reason. While it is at work and afterwards only an emergency change can be changed, to
     * complete its documents: not its type, nor steps that have begun.
     *
     * <p>A standard change in the schedule stays there if it is only put to another time that is no
     * longer, or given to somebody else, and nothing stands against it there.
     *
     * @param version the version that the caller saw
     * @param conflictReason why it goes on in spite of the conflicts that ask for a reason, at most
     *     1,000 characters; stays on the record. Needed for what stays in the schedule
     * @throws Invalid as in {@link #create}, or if a reason is missing or a conflict stands against
     *     a time in the schedule
     * @throws Conflict if it can no longer be changed
     * @throws Stale if it has another version by now
     */
    Change update(
            Caller caller,
            String id,
            long version,
            ChangeDraft draft,
            Optional<String> conflictReason);

    /** Changes a change without a word on conflicts. */
    default Change update(Caller caller, String id, long version, ChangeDraft draft) {
        return update(caller, id, version, draft, Optional.empty());
    }

    /** Returns the moves that the caller may make from where the change is now. */
    List<MoveOption> moves(Caller caller, String id);

    /**
     * Moves a change on in its life. Needs no version: a move fits the state that the change is in
     * or is refused.
     *
     * @throws Conflict if its state or type has no such move
     * @throws Invalid with everything that is missing, all at once
     * @throws Forbidden if the caller may not make this move
     */
    Change move(Caller caller, String id, MoveRequest request);

    /**
     * Votes on a change. The vote that completes every quorum approves it; a refusal of anybody who
     * belongs to one of its authorities ends it. A second vote of the same person in a round takes
     * the place of the first. One person counts once for each authority, whomever they stand for.
     *
     * @param round the round that the voter saw; only its vote counts
     * @param standsFor id of the person in whose place the caller votes, as their delegate; empty
     *     to vote for oneself, or, for who holds no role that counts, for the only one whose
     *     delegate they are
     * @param reason why, at most 1,000 characters; needed for a refusal
     * @throws Invalid if no votes are asked for, a reason is missing, the caller belongs to none of
     *     the authorities, or who they stand for has voted
     * @throws Forbidden if the caller, or who they stand for, wrote the change or does it
     * @throws Stale if another round is being voted on by now
     */
    Change vote(
            Caller caller,
            String id,
            int round,
            Optional<String> standsFor,
            VoteChoice choice,
            Optional<String> reason);

    /** Votes for oneself, or as a delegate who has no other choice. */
    default Change vote(
            Caller caller, String id, int round, VoteChoice choice, Optional<String> reason) {
        return vote(caller, id, round, Optional.empty(), choice, reason);
    }

    /**
     * Writes the review of a change in the state {@link ChangeState#REVIEW}.
     *
     * @param version the version that the caller saw
     * @throws Invalid if a field is out of its range
     * @throws Conflict if the change is not under review
     * @throws Stale if it has another version by now
     */
    Change review(Caller caller, String id, long version, ReviewDraft review);
}
