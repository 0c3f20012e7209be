package org.tieline.change.internal.freeze;

import static org.tieline.change.internal.record.CalendarOperations.FREEZE_EDIT;
import static org.tieline.change.internal.record.CalendarOperations.FREEZE_READ;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Freeze;
import org.tieline.api.change.FreezeDraft;
import org.tieline.api.change.Freezes;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Texts;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Freezes in the schema {@code changes}. */
@Component
public final class SqlFreezes implements Freezes {
    private static final String LIST = "freezes";
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final Clock clock;

    @Activate
    public SqlFreezes(
            @Reference ChangeStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers, Clock.systemUTC());
    }

    public SqlFreezes(Store store, Access access, Centers centers, Clock clock) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.clock = clock;
    }

    @Override
    public Page<Freeze> list(Caller caller, String center, PageRequest page) {
        Collection<String> over = readable(caller, center);
        List<String> after =
                Cursors.after(LIST, 2, page).orElse(List.of(clock.instant().toString(), ""));
        Condition wanted = FreezeTable.CENTER.in(over).and(behind(after));
        return Cursors.page(
                LIST,
                page,
                store.read(sql -> FreezeTable.list(sql, wanted, page.limit() + 1)),
                freeze -> List.of(freeze.facts().window().end().toString(), freeze.id()));
    }

    private static Condition behind(List<String> after) {
        Instant end = end(after.get(0));
        return FreezeTable.END
                .ge(end)
                .and(FreezeTable.END.gt(end).or(FreezeTable.ID.gt(after.get(1))));
    }

    private static Instant end(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursors.bad();
        }
    }

    /** Everybody who has any role reads what is said to all centers. */
    private Collection<String> readable(Caller caller, String center) {
        if (center.equals(Caller.EVERYWHERE)) {
            Within.require(access, caller, FREEZE_READ, LIST);
            return Set.of(center);
        }
        access.require(caller, FREEZE_READ, center, Center.ref(center));
        centers.get(SELF, center);
        return Set.of(center, Caller.EVERYWHERE);
    }

    @Override
    public List<Freeze> during(Caller caller, String center, Window time) {
        readable(caller, center);
        return store.read(sql -> FreezeTable.during(sql, center, time));
    }

    @Override
    public Freeze get(Caller caller, String id) {
        Freeze freeze =
                store.read(sql -> FreezeTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(Freeze.ref(id)));
        if (!freeze.everywhere() || access.reach(caller, FREEZE_READ).centers().isEmpty()) {
            access.require(caller, FREEZE_READ, freeze.center(), Freeze.ref(id));
        }
        return freeze;
    }

    @Override
    public Freeze create(Caller caller, String center, FreezeDraft draft) {
        access.require(caller, FREEZE_EDIT, center, Center.ref(center));
        if (!center.equals(Caller.EVERYWHERE)) {
            centers.get(SELF, center);
        }
        return store.write(
                caller,
                tx -> {
                    Faults.refuse(check(draft, tx.now()), List.of());
                    Freeze freeze =
                            new Freeze(
                                    Ids.next(),
                                    center,
                                    draft,
                                    Optional.empty(),
                                    1,
                                    tx.now(),
                                    tx.now());
                    FreezeTable.insert(tx.sql(), freeze);
                    tell(tx, freeze, "created", Facts.NONE);
                    return freeze;
                });
    }

    @Override
    public Freeze update(Caller caller, String id, long version, FreezeDraft draft) {
        requireEdit(caller, id);
        return store.write(
                caller,
                tx -> {
                    Freeze before = lock(tx, id);
                    if (before.version() != version) {
                        throw tx.stale(Freeze.ref(id), version, before.version());
                    }
                    Faults.refuse(check(draft, tx.now()), List.of());
                    return change(tx, before, draft, Optional.empty(), "changed");
                });
    }

    @Override
    public Freeze lift(Caller caller, String id) {
        requireEdit(caller, id);
        return store.write(
                caller,
                tx -> {
                    Freeze before = lock(tx, id);
                    return before.lifted().isPresent()
                            ? before
                            : change(tx, before, before.facts(), Optional.of(tx.now()), "lifted");
                });
    }

    private static Freeze change(
            Transaction tx,
            Freeze before,
            FreezeDraft draft,
            Optional<Instant> lifted,
            String action) {
        Freeze after =
                new Freeze(
                        before.id(),
                        before.center(),
                        draft,
                        lifted,
                        before.version() + 1,
                        before.created(),
                        tx.now());
        FreezeTable.update(tx.sql(), after);
        tell(tx, after, action, facts(before));
        return after;
    }

    private void requireEdit(Caller caller, String id) {
        access.require(caller, FREEZE_EDIT, get(caller, id).center(), Freeze.ref(id));
    }

    private static Freeze lock(Transaction tx, String id) {
        return FreezeTable.lock(tx.sql(), id).orElseThrow(() -> new NotFound(Freeze.ref(id)));
    }

    private static void tell(Transaction tx, Freeze freeze, String action, Facts before) {
        tx.journal(
                freeze.center(),
                Freeze.ref(freeze.id()),
                freeze.version(),
                action,
                before.changesTo(facts(freeze)));
    }

    private static Facts facts(Freeze freeze) {
        return Facts.NONE
                .with("title", freeze.facts().title())
                .with("start", freeze.facts().window().start())
                .with("end", freeze.facts().window().end())
                .with("reason", freeze.facts().reason())
                .with("lifted", freeze.lifted());
    }

    private static List<FieldError> check(FreezeDraft draft, Instant now) {
        List<FieldError> faults =
                new ArrayList<>(Texts.check("title", draft.title(), FreezeDraft.MAX_TITLE));
        Window window = draft.window();
        if (!window.end().isAfter(window.start())) {
            faults.add(new FieldError("end", "must be later than the start"));
        } else if (window.length().compareTo(FreezeDraft.LONGEST) > 0) {
            faults.add(
                    new FieldError(
                            "end",
                            "must be at most "
                                    + FreezeDraft.LONGEST.toDays()
                                    + " days after the start; set a second freeze for a longer"
                                    + " time"));
        } else if (!window.end().isAfter(now)) {
            faults.add(new FieldError("end", "must not be past"));
        }
        draft.reason()
                .filter(reason -> reason.length() > FreezeDraft.MAX_REASON)
                .ifPresent(
                        reason ->
                                faults.add(
                                        new FieldError(
                                                "reason",
                                                "must have at most "
                                                        + FreezeDraft.MAX_REASON
                                                        + " characters, but has "
                                                        + reason.length())));
        return faults;
    }
}
