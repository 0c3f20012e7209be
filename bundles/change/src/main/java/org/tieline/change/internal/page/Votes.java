package org.tieline.change.internal.page;

import org.tieline.api.access.Caller;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.Who;

/** Who is asked for their vote. */
final class Votes {
    private Votes() {}

    /** True if somebody's vote would count now. */
    static boolean may(Caller caller, Change change) {
        String me = caller.actor().id();
        return change.approval().status() == ApprovalStatus.ASKED
                && !change.requester().id().equals(me)
                && change.implementer().map(Who::id).stream().noneMatch(me::equals)
                && change.approval().authorities().stream()
                        .anyMatch(
                                authority ->
                                        caller.rolesIn(change.center()).stream()
                                                .anyMatch(authority.roles()::contains));
    }

    /** True if somebody's vote would count now and is not there yet. */
    static boolean waitsFor(Caller caller, Change change) {
        return may(caller, change)
                && change.approval()
                        .current()
                        .noneMatch(vote -> vote.voter().id().equals(caller.actor().id()));
    }
}
