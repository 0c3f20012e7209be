package org.tieline.change.internal.delegation;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;
import static org.tieline.change.internal.record.ChangeOperations.RULE_EDIT;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.change.Delegations;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.store.Columns;

/** What a delegation is, and its rows. */
public final class DelegationTable {
    public static final RecordType<Delegation, DelegationState> TYPE =
            new RecordType<>(
                    "change-delegation",
                    "delegation",
                    "delegations",
                    Shape.of(Delegation.class),
                    Lifecycle.of(DelegationState.class)
                            .begun("named")
                            .move(
                                    Delegations.END,
                                    "End",
                                    "ended",
                                    EnumSet.of(DelegationState.IN_FORCE),
                                    DelegationState.ENDED,
                                    RULE_EDIT),
                    CHANGE_READ,
                    CHANGE_VOTE);
    static final RecordTable<Delegation, DelegationState> TABLE =
            new RecordTable<>(
                    TYPE,
                    Columns.table("changes", "change_delegation"),
                    Map.of("from", "starts", "until", "ends"));
    static final Field<String> HOLDER = TABLE.field("holder", String.class);
    static final Field<String> DELEGATE = TABLE.field("delegate", String.class);
    private static final Field<Instant> ENDS = TABLE.field("until", Instant.class);

    private DelegationTable() {}

    /** Returns those that are not over, by their end. */
    static List<Stored<Delegation, DelegationState>> ahead(
            DSLContext sql, Condition whose, Instant now, int most) {
        return TABLE.list(
                sql,
                whose.and(ENDS.gt(now)).and(TABLE.in(DelegationState.IN_FORCE)),
                most,
                ENDS,
                TABLE.id);
    }
}
