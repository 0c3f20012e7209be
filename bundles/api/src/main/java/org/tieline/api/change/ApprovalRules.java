package org.tieline.api.change;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.access.Caller;
import org.tieline.api.record.Records;
import org.tieline.api.record.Stored;

/**
 * The table that says who must agree to which changes: one for all centers, and the rules that a
 * center adds to it. It counts when approval is asked for; rounds that were asked for before stay
 * as they are. Where those it names are too few besides who wrote the change and who implements it,
 * coordinators and administrators stand in. Editing a rule that was removed puts it in force again.
 */
@ProviderType
public interface ApprovalRules extends Records<ApprovalRuleDraft, ApprovalRuleState> {
    /** How many rules in force a center may have. */
    int MOST = 50;

    /** The move by which a rule no longer counts. */
    String REMOVE = "remove";

    /** Returns the table that holds for every center, in its order. */
    List<StandardRule> standard();

    /** Returns the rules of a center that are in force, in the order in which they were added. */
    List<Stored<ApprovalRuleDraft, ApprovalRuleState>> of(Caller caller, String center);
}
