package org.tieline.change.internal.page.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeEntry;
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.change.internal.page.part.ChangeInbox;
import org.tieline.change.internal.page.part.ChangeViews;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;

/** What waits for somebody's vote or review. */
@Component
public final class WaitingCard implements DashboardCard {
    private final ChangeInbox changeInbox;
    private final Access access;
    private final VotingRights votingRights;

    @Activate
    public WaitingCard(
            @Reference ChangeInbox changeInbox,
            @Reference Access access,
            @Reference VotingRights votingRights) {
        this.changeInbox = changeInbox;
        this.access = access;
        this.votingRights = votingRights;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public Optional<View> show(Caller caller) {
        Reach reach = access.reach(caller, CHANGE_VOTE);
        VotingRights.Held held = votingRights.of(caller);
        boolean votes =
                reach.everywhere() || !reach.centers().isEmpty() || !held.centers().isEmpty();
        List<ChangeEntry> toVote =
                votes
                        ? changeInbox.forApproval(caller, Optional.empty(), held.centers()).stream()
                                .filter(held::waitsFor)
                                .map(Change::entry)
                                .toList()
                        : List.of();
        List<ChangeEntry> toReview = changeInbox.forReview(caller);
        return toVote.isEmpty() && toReview.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ChangeViews.view(
                                "Changes that wait for you",
                                "waitingcard",
                                Map.of("toVote", toVote, "toReview", toReview)));
    }
}
