package org.tieline.change.internal.lifecycle;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.tieline.api.record.Who;
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.Revision;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;
import org.tieline.store.Transaction;

/** How votes are cast and counted. */
public final class Ballot {
    private Ballot() {}

    /**
     * Returns the change after a vote, decided if it decides.
     *
     * @param held what the voter may decide on
     * @param standsFor id of the person in whose place they vote
     */
    public static Change vote(
            Transaction tx,
            VotingRights.Held held,
            Change change,
            int round,
            Optional<String> standsFor,
            VoteChoice choice,
            Optional<String> said) {
        Approval approval = change.approval();
        if (approval.status() != ApprovalStatus.ASKED) {
            throw new Invalid(new FieldError("vote", late(approval.status())));
        }
        if (approval.round() != round) {
            throw tx.stale(Change.ref(change.id()), change.version() - 1, change.version());
        }
        requireOther(held.caller().actor().id(), standsFor, change);
        Optional<String> reason = ChangeRules.said(said);
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(ChangeRules.text("reason", reason, ChangeRules.MAX_REASON));
        if (choice == VoteChoice.REFUSE && reason.isEmpty()) {
            errors.add(new FieldError("reason", "must say why the change is rejected"));
        }
        Optional<VotingRights.Mandate> mandate = mandate(held, change, standsFor, errors);
        Validation.refuse(errors, List.of());
        Vote given =
                new Vote(
                        round,
                        ChangePeople.who(held.caller()),
                        mandate.get().standsFor(),
                        mandate.get().roles(),
                        choice,
                        reason,
                        tx.now());
        List<Vote> votes =
                new ArrayList<>(
                        approval.votes().stream()
                                .filter(vote -> vote.round() != round || !sameVote(vote, given))
                                .toList());
        votes.add(given);
        return counted(tx, change, votes, choice);
    }

    private static boolean sameVote(Vote one, Vote other) {
        return one.principal().id().equals(other.principal().id());
    }

    private static Optional<VotingRights.Mandate> mandate(
            VotingRights.Held held,
            Change change,
            Optional<String> standsFor,
            List<FieldError> errors) {
        List<VotingRights.Mandate> open = held.on(change);
        List<VotingRights.Mandate> meant =
                open.stream()
                        .filter(
                                one ->
                                        standsFor.isPresent()
                                                ? one.standsFor().map(Who::id).equals(standsFor)
                                                : one.standsFor().isEmpty() || open.size() == 1)
                        .toList();
        if (meant.isEmpty()) {
            errors.add(
                    new FieldError(
                            "vote",
                            standsFor.isPresent() || open.isEmpty()
                                    ? "is not yours: you belong to none of the change authorities"
                                    : "must say for whom it is"));
            return Optional.empty();
        }
        Optional<Who> holder = meant.get(0).standsFor();
        boolean given =
                change.approval()
                        .current()
                        .anyMatch(vote -> holder.filter(vote.voter()::equals).isPresent());
        if (given) {
            errors.add(new FieldError("vote", "was given by " + holder.get().name() + " already"));
        }
        return Optional.of(meant.get(0));
    }

    private static String late(ApprovalStatus status) {
        return status == ApprovalStatus.APPROVED || status == ApprovalStatus.REFUSED
                ? "comes after the decision: the change was " + EnumNames.of(status)
                : "is not asked for: the change is " + EnumNames.of(status);
    }

    /** Nobody approves their own change, not through a delegate either. */
    private static void requireOther(String voter, Optional<String> standsFor, Change change) {
        if (VotingRights.isOwn(change, voter)) {
            throw new Forbidden(
                    CHANGE_VOTE,
                    "Nobody votes on a change that they wrote or do themselves. Somebody else must"
                            + " decide.");
        }
        if (standsFor.filter(holder -> VotingRights.isOwn(change, holder)).isPresent()) {
            throw new Forbidden(
                    CHANGE_VOTE,
                    "Nobody approves their own change, not through a delegate either. Somebody"
                            + " else must decide.");
        }
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
