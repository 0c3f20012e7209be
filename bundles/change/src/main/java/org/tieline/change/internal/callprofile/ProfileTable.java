package org.tieline.change.internal.callprofile;

import static org.tieline.change.internal.record.CalendarOperations.PROFILE_EDIT;
import static org.tieline.change.internal.record.CalendarOperations.PROFILE_READ;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.tieline.api.change.CallProfileDraft;
import org.tieline.api.change.CallProfileState;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.store.Columns;

/** What a call profile is, and its rows: one for each center. */
public final class ProfileTable {
    public static final RecordType<CallProfileDraft, CallProfileState> TYPE =
            new RecordType<>(
                    "call-profile",
                    "call profile",
                    "call profiles",
                    Shape.of(CallProfileDraft.class),
                    Lifecycle.of(CallProfileState.class),
                    PROFILE_READ,
                    PROFILE_EDIT);
    static final RecordTable<CallProfileDraft, CallProfileState> TABLE =
            new RecordTable<>(
                    TYPE, Columns.table("changes", "call_profile"), Map.of("id", "center"));

    private ProfileTable() {}

    /** Returns how busy a center is, if it said so. */
    public static Optional<CallLoad> load(DSLContext sql, String center) {
        return TABLE.find(sql, center).map(profile -> new CallLoad(profile.facts().calls()));
    }
}
