package org.tieline.change.internal.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.Approval;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Risk;
import org.tieline.api.change.Step;
import org.tieline.api.record.Who;
import org.tieline.store.Transaction;

/**
 * A draft that was found to be right, with what was found out about it.
 *
 * @param draft what people say
 * @param steps its steps, with what was done about those that were there before
 * @param implementer who does it
 * @param callPaths all the call paths that it touches
 * @param risk how risky it is
 * @param touch the assets that it touches
 */
public record CheckedDraft(
        ChangeDraft draft,
        List<Step> steps,
        Optional<Who> implementer,
        Set<CallPath> callPaths,
        Risk risk,
        AssetImpact.Touch touch) {
    private static final Approval PRE_AUTHORISED =
            new Approval(ApprovalStatus.PRE_AUTHORISED, 0, List.of(), List.of(), Optional.empty());

    /** Returns a new change. */
    public Change change(
            Transaction tx,
            Caller caller,
            String id,
            String center,
            String number,
            List<ChangeConflict> found) {
        Approval approval = draft.type() == ChangeType.STANDARD ? PRE_AUTHORISED : Approval.NONE;
        return new Change(
                id,
                center,
                number,
                draft,
                ChangeState.DRAFT,
                callPaths,
                risk,
                approval,
                FoundConflicts.merge(List.of(), found),
                steps,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ChangePeople.who(caller),
                implementer,
                1,
                tx.now(),
                tx.now());
    }
}
