package org.tieline.change.internal;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_CLOSE;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_DRAFT;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.CallPath;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeConflict;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeEntry;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.Changes;
import org.tieline.api.change.MoveOption;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.Preview;
import org.tieline.api.change.ReviewDraft;
import org.tieline.api.change.Risk;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.approval.Mandates;
import org.tieline.change.internal.edit.Drafting;
import org.tieline.change.internal.edit.Edits;
import org.tieline.change.internal.lifecycle.Ballot;
import org.tieline.change.internal.lifecycle.Lifecycle;
import org.tieline.change.internal.lifecycle.Moves;
import org.tieline.change.internal.list.ChangeList;
import org.tieline.change.internal.record.ChangeFacts;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.change.internal.record.Saved;
import org.tieline.change.internal.record.Touched;
import org.tieline.change.internal.record.Written;
import org.tieline.change.internal.risk.Assessors;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Names;
import org.tieline.spi.change.Assessed;
import org.tieline.store.Ids;
import org.tieline.store.Numbers;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The changes in the schema {@code changes}. */
@Component(service = {Changes.class, SqlChanges.class})
public final class SqlChanges implements Changes {
    private static final String LIST = "changes";
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final Touched touched;
    private final Assessors assessors;
    private final Conflicts conflicts;
    private final Mandates mandates;
    private final Electorate electorate;
    private final Drafting drafting;
    private final Moves moves;
    private final Edits edits;
    private final Clock clock;

    @Activate
    public SqlChanges(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference People people,
            @Reference Touched touched,
            @Reference Assessors assessors,
            @Reference Conflicts conflicts,
            @Reference Mandates mandates,
            @Reference Electorate electorate) {
        this(
                store.store(),
                access,
                centers,
                people,
                touched,
                assessors,
                conflicts,
                mandates,
                electorate,
                Clock.systemUTC());
    }

    public SqlChanges(
            Store store,
            Access access,
            Centers centers,
            People people,
            Touched touched,
            Assessors assessors,
            Conflicts conflicts,
            Mandates mandates,
            Electorate electorate,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.touched = touched;
        this.assessors = assessors;
        this.conflicts = conflicts;
        this.mandates = mandates;
        this.electorate = electorate;
        this.drafting = new Drafting(store, people, touched, assessors);
        this.moves = new Moves(store, access, touched, conflicts, electorate);
        this.edits = new Edits(store, drafting, conflicts, electorate, moves);
        this.clock = clock;
    }

    @Override
    public Page<ChangeEntry> list(Caller caller, ChangeFilter filter, PageRequest page) {
        filter.center().ifPresent(one -> requireRead(caller, one, Center.ref(one)));
        Reach reach =
                filter.center()
                        .map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> Within.require(access, caller, CHANGE_READ, LIST));
        ChangeList list = new ChangeList(reach, filter, page);
        return store.read(list::read);
    }

    /** Whoever stands for another in a center reads its changes too. */
    private void requireRead(Caller caller, String center, RecordRef record) {
        if (!access.allows(caller, CHANGE_READ, center) && !mandates.standsIn(caller, center)) {
            access.require(caller, CHANGE_READ, Within.center(center), record);
        }
    }

    private Center requireCenter(Caller caller, Operation operation, String center) {
        access.require(caller, operation, Within.center(center), Center.ref(center));
        return centers.get(SELF, center);
    }

    @Override
    public Change get(Caller caller, String id) {
        Change change =
                store.read(sql -> ChangeTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(Change.ref(id)));
        requireRead(caller, change.center(), Change.ref(id));
        return change;
    }

    @Override
    public List<Change> all(Caller caller, List<String> ids) {
        Reach reach = access.reach(caller, CHANGE_READ);
        Set<String> standing = ids.isEmpty() ? Set.of() : mandates.of(caller).centers();
        Map<String, Change> found =
                ids.isEmpty()
                        ? Map.of()
                        : store.read(sql -> ChangeTable.all(sql, ids)).stream()
                                .filter(
                                        change ->
                                                reach.covers(change.center())
                                                        || standing.contains(change.center()))
                                .collect(Collectors.toMap(Change::id, Function.identity()));
        return ids.stream().distinct().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public Preview preview(Caller caller, String center, Optional<String> id, ChangeDraft draft) {
        requireCenter(caller, CHANGE_READ, center);
        id.ifPresent(one -> get(caller, one));
        ChangeDraft seen = ChangeRules.clean(draft);
        Touched.Touch touch = touched.of(center, seen.assets());
        Risk risk = assessors.assess(caller, new Assessed(center, id, seen, touch.failing()));
        Set<CallPath> paths = new HashSet<>(seen.callPaths());
        paths.addAll(touch.callPaths());
        List<ChangeConflict> found =
                seen.window().filter(window -> window.end().isAfter(window.start())).isPresent()
                        ? store.read(conflicts.around(center, id, seen, touch)::find)
                        : List.of();
        return new Preview(
                risk,
                found,
                paths,
                electorate.table(
                        new Electorate.Matter(center, seen.type(), risk.level(), touch, Set.of())));
    }

    @Override
    public Change create(Caller caller, String center, ChangeDraft draft) {
        return create(caller, center, draft, (tx, change) -> {});
    }

    /**
     * @param also what is written in the same transaction
     */
    public Change create(
            Caller caller, String center, ChangeDraft draft, BiConsumer<Transaction, Change> also) {
        Center home = requireCenter(caller, CHANGE_DRAFT, center);
        Written written = drafting.check(caller, center, Optional.empty(), draft, clock.instant());
        Conflicts.Around around =
                conflicts.around(center, Optional.empty(), written.draft(), written.touch());
        String id = Ids.next();
        return store.write(
                caller,
                tx -> {
                    int year = tx.now().atZone(home.facts().timeZone()).getYear();
                    String number = Numbers.next(tx.sql(), "C", center, year);
                    List<ChangeConflict> found = around.find(tx.sql());
                    Change change = written.change(tx, caller, id, center, number, found);
                    ChangeTable.insert(tx.sql(), change);
                    tx.journal(
                            center,
                            Change.ref(id),
                            change.version(),
                            "created",
                            Facts.NONE.changesTo(ChangeFacts.of(change, written.touch().names())));
                    also.accept(tx, change);
                    return change;
                });
    }

    @Override
    public Change update(
            Caller caller,
            String id,
            long version,
            ChangeDraft draft,
            Optional<String> conflictReason) {
        Change seen = get(caller, id);
        Operation edit =
                Lifecycle.edit(seen.facts().type(), seen.state()).orElseThrow(() -> ended(seen));
        access.require(caller, edit, seen.center(), Change.ref(id));
        if (seen.version() != version) {
            throw moves.stale(caller, seen, version);
        }
        return edits.update(caller, seen, draft, conflictReason, clock.instant());
    }

    private static Conflict ended(Change change) {
        return new Conflict(
                "The change "
                        + change.number()
                        + " is in the state "
                        + Names.of(change.state())
                        + " and can no longer be changed.");
    }

    @Override
    public List<MoveOption> moves(Caller caller, String id) {
        Change change = get(caller, id);
        return moves.options(caller, change, clock.instant());
    }

    @Override
    public Change move(Caller caller, String id, MoveRequest request) {
        return moves.move(caller, get(caller, id), request);
    }

    @Override
    public Change vote(
            Caller caller,
            String id,
            int round,
            Optional<String> standsFor,
            VoteChoice choice,
            Optional<String> reason) {
        Change seen = get(caller, id);
        Mandates.Held held = mandates.of(caller);
        if (!held.centers().contains(seen.center())) {
            access.require(caller, CHANGE_VOTE, seen.center(), Change.ref(id));
        }
        return store.write(
                caller,
                tx -> {
                    Change before = Saved.lock(tx, id);
                    Change after = Ballot.vote(tx, held, before, round, standsFor, choice, reason);
                    Saved.write(tx, before, after, "voted");
                    return after;
                });
    }

    @Override
    public Change review(Caller caller, String id, long version, ReviewDraft draft) {
        Change seen = get(caller, id);
        access.require(caller, CHANGE_CLOSE, seen.center(), Change.ref(id));
        return edits.review(caller, id, version, draft);
    }
}
