package org.tieline.change.internal;

import static org.tieline.change.internal.ChangeOperations.CHANGE_VOTE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.Move;
import org.tieline.api.change.Vote;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Names;
import org.tieline.store.Transaction;

/** How votes are cast and counted. */
final class Ballot {
    private Ballot() {}

    /** Returns the change after a vote, decided if it decides. */
    static Change vote(
            Transaction tx,
            Caller caller,
            Change change,
            int round,
            VoteChoice choice,
            Optional<String> said) {
        Approval approval = change.approval();
        if (approval.status() != ApprovalStatus.ASKED) {
            throw new Invalid(new FieldError("vote", late(approval.status())));
        }
        if (approval.round() != round) {
            throw tx.stale(Change.ref(change.id()), change.version() - 1, change.version());
        }
        requireOther(caller, change);
        Optional<String> reason = ChangeRules.said(said);
        Set<Role> roles = roles(caller, change);
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(ChangeRules.text("reason", reason, ChangeRules.MAX_REASON));
        if (choice == VoteChoice.REFUSE && reason.isEmpty()) {
            errors.add(new FieldError("reason", "must say why the change is refused"));
        }
        if (roles.isEmpty()) {
            errors.add(
                    new FieldError(
                            "vote", "is not yours: you belong to none of the change authorities"));
        }
        Faults.refuse(errors, List.of());
        List<Vote> votes =
                new ArrayList<>(
                        approval.votes().stream()
                                .filter(
                                        vote ->
                                                vote.round() != round
                                                        || !vote.voter()
                                                                .id()
                                                                .equals(caller.actor().id()))
                                .toList());
        votes.add(
                new Vote(
                        round,
                        SqlChanges.who(caller),
                        Optional.empty(),
                        roles,
                        choice,
                        reason,
                        tx.now()));
        return counted(tx, change, votes, choice);
    }

    private static String late(ApprovalStatus status) {
        return status == ApprovalStatus.APPROVED || status == ApprovalStatus.REFUSED
                ? "comes after the decision: the change was " + Names.of(status)
                : "is not asked for: the change is " + Names.of(status);
    }

    /** Nobody approves their own change. */
    private static void requireOther(Caller caller, Change change) {
        String voter = caller.actor().id();
        boolean own =
                voter.equals(change.requester().id())
                        || change.implementer().filter(who -> who.id().equals(voter)).isPresent();
        if (own) {
            throw new Forbidden(
                    CHANGE_VOTE,
                    "Nobody votes on a change that they wrote or do themselves. Somebody else must"
                            + " decide.");
        }
    }

    private static Set<Role> roles(Caller caller, Change change) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        change.approval().authorities().forEach(authority -> roles.addAll(authority.roles()));
        roles.retainAll(caller.rolesIn(change.center()));
        return roles;
    }

    private static Change counted(
            Transaction tx, Change change, List<Vote> votes, VoteChoice choice) {
        Revision revision = new Revision(change);
        Approval now = revision.approval(ApprovalStatus.ASKED, votes).same().approval();
        List<Authority> authorities = now.authorities();
        if (choice == VoteChoice.REFUSE) {
            decide(revision.approval(ApprovalStatus.REFUSED, votes), change, Move.REFUSE);
        } else if (authorities.stream().allMatch(now::agreed)) {
            decide(revision.approval(ApprovalStatus.APPROVED, votes), change, Move.APPROVE);
        }
        return revision.at(tx.now());
    }

    /** An emergency change that is at work already stays where it is. */
    private static void decide(Revision revision, Change change, Move move) {
        Lifecycle.find(move, change.facts().type(), change.state())
                .ifPresent(rule -> revision.state(rule.to()));
    }
}
