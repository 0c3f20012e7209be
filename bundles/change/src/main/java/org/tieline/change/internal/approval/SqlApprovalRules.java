package org.tieline.change.internal.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;
import static org.tieline.change.internal.record.ChangeOperations.RULE_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.center.Centers;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRuleState;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.StandardRule;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.EnumColumn;
import org.tieline.core.record.RecordService;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The table of approval, with the rules that centers add in the schema {@code changes}. */
@Component(service = ApprovalRules.class)
public final class SqlApprovalRules extends RecordService<ApprovalRuleDraft, ApprovalRuleState>
        implements ApprovalRules {
    private final AssetImpact assetImpact;

    @Activate
    public SqlApprovalRules(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference AssetImpact assetImpact) {
        this(store.store(), access, centers, assetImpact);
    }

    private SqlApprovalRules(Store store, Access access, Centers centers, AssetImpact assetImpact) {
        super(RuleTable.TABLE, RuleTable.TYPE, store, access, centers);
        this.assetImpact = assetImpact;
    }

    public static SqlApprovalRules in(
            Store store, Access access, Centers centers, AssetImpact assetImpact) {
        return new SqlApprovalRules(store, access, centers, assetImpact);
    }

    @Override
    public List<StandardRule> standard() {
        return StandardRules.LINES;
    }

    @Override
    public List<Stored<ApprovalRuleDraft, ApprovalRuleState>> of(Caller caller, String center) {
        requireCenter(caller, RULE_READ, center);
        return store.read(sql -> RuleTable.of(sql, center));
    }

    @Override
    protected void requireRoom(Transaction tx, String center) {
        if (RuleTable.of(tx.sql(), center).size() >= MOST) {
            throw new Conflict("A center may have at most " + MOST + " approval rules.");
        }
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, ApprovalRuleDraft draft) {
        List<FieldError> faults = new ArrayList<>();
        Set<Role> roles = draft.authority().roles();
        if (draft.type() == ChangeType.STANDARD) {
            faults.add(
                    new FieldError(
                            "type",
                            "must be normal or emergency; a standard change is pre-approved"));
        }
        if (!CHANGE_VOTE.roles().containsAll(roles)) {
            faults.add(
                    new FieldError(
                            "roles",
                            "must be one or more of: " + EnumColumn.of(CHANGE_VOTE.roles())));
        }
        draft.asset()
                .filter(asset -> assetImpact.of(center, List.of(asset)).assets().isEmpty())
                .ifPresent(
                        asset ->
                                faults.add(
                                        new FieldError(
                                                "asset",
                                                "must be a service or asset on the center's map")));
        return faults;
    }
}
