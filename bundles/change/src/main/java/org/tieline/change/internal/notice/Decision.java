package org.tieline.change.internal.notice;

import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.core.record.EnumNames;

/** How the journal tells that an approval was decided. */
final class Decision {
    private Decision() {}

    static boolean is(String approval) {
        return approval.equals(EnumNames.of(ApprovalStatus.APPROVED))
                || approval.equals(EnumNames.of(ApprovalStatus.REFUSED));
    }

    static String words(String approval) {
        return approval.equals(EnumNames.of(ApprovalStatus.APPROVED)) ? "Approved" : "Rejected";
    }

    static boolean isOpen(Change change) {
        return change.approval().status() == ApprovalStatus.ASKED;
    }
}
