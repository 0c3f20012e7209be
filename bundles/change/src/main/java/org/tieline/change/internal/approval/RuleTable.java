package org.tieline.change.internal.approval;

import static org.tieline.change.internal.record.ChangeOperations.RULE_EDIT;
import static org.tieline.change.internal.record.ChangeOperations.RULE_READ;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRuleState;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.store.Columns;

/** What a rule of approval is, and its rows. */
public final class RuleTable {
    public static final RecordType<ApprovalRuleDraft, ApprovalRuleState> TYPE =
            new RecordType<>(
                    "approval-rule",
                    "approval rule",
                    "approval rules",
                    Shape.of(ApprovalRuleDraft.class),
                    Lifecycle.of(ApprovalRuleState.class)
                            .move(
                                    ApprovalRules.REMOVE,
                                    "Remove",
                                    "removed",
                                    EnumSet.of(ApprovalRuleState.IN_FORCE),
                                    ApprovalRuleState.REMOVED,
                                    RULE_EDIT)
                            .editedInto(ApprovalRuleState.IN_FORCE),
                    RULE_READ,
                    RULE_EDIT);
    static final RecordTable<ApprovalRuleDraft, ApprovalRuleState> TABLE =
            new RecordTable<>(TYPE, Columns.table("changes", "change_approval_rule"), Map.of());

    private RuleTable() {}

    static List<Stored<ApprovalRuleDraft, ApprovalRuleState>> of(DSLContext sql, String center) {
        return TABLE.list(
                sql,
                TABLE.center.eq(center).and(TABLE.in(ApprovalRuleState.IN_FORCE)),
                ApprovalRules.MOST + 1,
                TABLE.id);
    }
}
