package org.tieline.change.internal.freeze;

import static org.tieline.change.internal.freeze.FreezeOperations.FREEZE_EDIT;
import static org.tieline.change.internal.freeze.FreezeOperations.FREEZE_READ;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.tieline.api.access.Caller;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordTable;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.store.Columns;

/** What a freeze is, and its rows. */
public final class FreezeTable {
    public static final RecordType<FreezeDraft, FreezeState> TYPE =
            new RecordType<>(
                    "freeze",
                    "freeze",
                    "freezes",
                    Shape.of(FreezeDraft.class),
                    Lifecycle.of(FreezeState.class)
                            .move(
                                    Freezes.LIFT,
                                    "Lift freeze",
                                    "lifted",
                                    EnumSet.of(FreezeState.IN_FORCE),
                                    FreezeState.LIFTED,
                                    FREEZE_EDIT)
                            .editedInto(FreezeState.IN_FORCE),
                    FREEZE_READ,
                    FREEZE_EDIT);
    static final RecordTable<FreezeDraft, FreezeState> TABLE =
            new RecordTable<>(
                    TYPE,
                    Columns.table("changes", "change_freeze"),
                    Map.of("start", "window_start", "end", "window_end"));
    static final Field<Instant> START = TABLE.field("start", Instant.class);
    static final Field<Instant> END = TABLE.field("end", Instant.class);
    private static final int MOST = 1_000;

    private FreezeTable() {}

    /** Returns the freezes of a center and of all that are in force over any of a time. */
    public static List<Stored<FreezeDraft, FreezeState>> during(
            DSLContext sql, String center, Window time) {
        return TABLE.list(
                sql,
                TABLE.center
                        .in(center, Caller.EVERYWHERE)
                        .and(END.gt(time.start()))
                        .and(START.lt(time.end()))
                        .and(TABLE.in(FreezeState.IN_FORCE)),
                MOST,
                START,
                TABLE.id);
    }
}
