package org.tieline.change.internal.freeze;

import static org.tieline.change.internal.freeze.FreezeOperations.FREEZE_READ;
import static org.tieline.change.internal.freeze.FreezeTable.END;
import static org.tieline.change.internal.freeze.FreezeTable.TABLE;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.FreezeState;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.RecordService;
import org.tieline.store.Cursors;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Freezes in the schema {@code changes}. */
@Component(service = Freezes.class)
public final class SqlFreezes extends RecordService<FreezeDraft, FreezeState> implements Freezes {
    private static final String LIST = "freezes";

    private final Clock clock;

    @Activate
    public SqlFreezes(
            @Reference ChangeStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers, Clock.systemUTC());
    }

    public SqlFreezes(Store store, Access access, Centers centers, Clock clock) {
        super(TABLE, FreezeTable.TYPE, store, access, centers);
        this.clock = clock;
    }

    @Override
    protected boolean standsEverywhere() {
        return true;
    }

    /** Everybody who has any role reads what is said to all centers. */
    @Override
    protected boolean reads(Caller caller, Stored<FreezeDraft, FreezeState> freeze) {
        return freeze.everywhere() && !access.reach(caller, FREEZE_READ).centers().isEmpty()
                || super.reads(caller, freeze);
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, FreezeDraft draft) {
        Window window = draft.window();
        if (!window.end().isAfter(window.start())) {
            return List.of(new FieldError("end", "must be later than the start"));
        } else if (window.length().compareTo(FreezeDraft.LONGEST) > 0) {
            return List.of(
                    new FieldError(
                            "end",
                            "must be at most "
                                    + FreezeDraft.LONGEST.toDays()
                                    + " days after the start; add a second freeze for a longer"
                                    + " time"));
        }
        return window.end().isAfter(tx.now())
                ? List.of()
                : List.of(new FieldError("end", "must not be past"));
    }

    @Override
    public Page<Stored<FreezeDraft, FreezeState>> list(
            Caller caller, String center, PageRequest page) {
        Collection<String> over = readable(caller, center);
        List<String> after =
                Cursors.after(LIST, 2, page).orElse(List.of(clock.instant().toString(), ""));
        Condition wanted =
                TABLE.center.in(over).and(behind(after)).and(TABLE.in(FreezeState.IN_FORCE));
        return Cursors.page(
                LIST,
                page,
                store.read(sql -> TABLE.list(sql, wanted, page.limit() + 1, END, TABLE.id)),
                freeze -> List.of(freeze.facts().window().end().toString(), freeze.id()));
    }

    private static Condition behind(List<String> after) {
        try {
            Instant end = Instant.parse(after.get(0));
            return END.ge(end).and(END.gt(end).or(TABLE.id.gt(after.get(1))));
        } catch (DateTimeException e) {
            throw Cursors.bad();
        }
    }

    private Collection<String> readable(Caller caller, String center) {
        if (center.equals(Caller.EVERYWHERE)) {
            ReachCheck.require(access, caller, FREEZE_READ, LIST);
            return Set.of(center);
        }
        requireCenter(caller, FREEZE_READ, center);
        return Set.of(center, Caller.EVERYWHERE);
    }

    @Override
    public List<Stored<FreezeDraft, FreezeState>> during(
            Caller caller, String center, Window time) {
        readable(caller, center);
        return store.read(sql -> FreezeTable.during(sql, center, time));
    }
}
