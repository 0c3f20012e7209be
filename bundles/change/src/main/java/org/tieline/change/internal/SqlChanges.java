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
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.change.internal.edit.ChangeEditor;
import org.tieline.change.internal.edit.DraftChecker;
import org.tieline.change.internal.lifecycle.Ballot;
import org.tieline.change.internal.lifecycle.Lifecycle;
import org.tieline.change.internal.lifecycle.MoveService;
import org.tieline.change.internal.list.ChangeList;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeFacts;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.change.internal.record.ChangeWriter;
import org.tieline.change.internal.record.CheckedDraft;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.change.internal.risk.Assessors;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
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
    private final AssetImpact assetImpact;
    private final Assessors assessors;
    private final Conflicts conflicts;
    private final VotingRights votingRights;
    private final Electorate electorate;
    private final DraftChecker draftChecker;
    private final MoveService moveService;
    private final ChangeEditor changeEditor;
    private final Clock clock;

    @Activate
    public SqlChanges(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference People people,
            @Reference AssetImpact assetImpact,
            @Reference Assessors assessors,
            @Reference Conflicts conflicts,
            @Reference VotingRights votingRights,
            @Reference Electorate electorate) {
        this(
                store.store(),
                access,
                centers,
                people,
                assetImpact,
                assessors,
                conflicts,
                votingRights,
                electorate,
                Clock.systemUTC());
    }

    public SqlChanges(
            Store store,
            Access access,
            Centers centers,
            People people,
            AssetImpact assetImpact,
            Assessors assessors,
            Conflicts conflicts,
            VotingRights votingRights,
            Electorate electorate,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.assetImpact = assetImpact;
        this.assessors = assessors;
        this.conflicts = conflicts;
        this.votingRights = votingRights;
        this.electorate = electorate;
        this.draftChecker = new DraftChecker(store, people, assetImpact, assessors);
        this.moveService = new MoveService(store, access, assetImpact, conflicts, electorate);
        this.changeEditor =
                new ChangeEditor(store, draftChecker, conflicts, electorate, moveService);
        this.clock = clock;
    }

    @Override
    public Page<ChangeEntry> list(Caller caller, ChangeFilter filter, PageRequest page) {
        filter.center().ifPresent(one -> requireRead(caller, one, Center.ref(one)));
        Reach reach =
                filter.center()
                        .map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> ReachCheck.require(access, caller, CHANGE_READ, LIST));
        ChangeList list = new ChangeList(reach, filter, page);
        return store.read(list::read);
    }

    /** Whoever stands for another in a center reads its changes too. */
    private void requireRead(Caller caller, String center, RecordRef record) {
        if (!access.allows(caller, CHANGE_READ, center) && !votingRights.standsIn(caller, center)) {
            access.require(caller, CHANGE_READ, ReachCheck.center(center), record);
        }
    }

    private Center requireCenter(Caller caller, Operation operation, String center) {
        access.require(caller, operation, ReachCheck.center(center), Center.ref(center));
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
        Set<String> standing = ids.isEmpty() ? Set.of() : votingRights.of(caller).centers();
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
        AssetImpact.Touch touch = assetImpact.of(center, seen.assets());
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
        CheckedDraft checkedDraft =
                draftChecker.check(caller, center, Optional.empty(), draft, clock.instant());
        Conflicts.Around around =
                conflicts.around(
                        center, Optional.empty(), checkedDraft.draft(), checkedDraft.touch());
        String id = Ids.next();
        return store.write(
                caller,
                tx -> {
                    int year = tx.now().atZone(home.facts().timeZone()).getYear();
                    String number = Numbers.next(tx.sql(), "C", center, year);
                    List<ChangeConflict> found = around.find(tx.sql());
                    Change change = checkedDraft.change(tx, caller, id, center, number, found);
                    ChangeTable.insert(tx.sql(), change);
                    tx.journal(
                            center,
                            Change.ref(id),
                            change.version(),
                            "created",
                            JournalFields.NONE.changesTo(
                                    ChangeFacts.of(change, checkedDraft.touch().names())));
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
            throw moveService.stale(caller, seen, version);
        }
        return changeEditor.update(caller, seen, draft, conflictReason, clock.instant());
    }

    private static Conflict ended(Change change) {
        return new Conflict(
                "The change "
                        + change.number()
                        + " is in the state "
                        + EnumNames.of(change.state())
                        + " and can no longer be changed.");
    }

    @Override
    public List<MoveOption> moves(Caller caller, String id) {
        Change change = get(caller, id);
        return moveService.options(caller, change, clock.instant());
    }

    @Override
    public Change move(Caller caller, String id, MoveRequest request) {
        return moveService.move(caller, get(caller, id), request);
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
        VotingRights.Held held = votingRights.of(caller);
        if (!held.centers().contains(seen.center())) {
            access.require(caller, CHANGE_VOTE, seen.center(), Change.ref(id));
        }
        return store.write(
                caller,
                tx -> {
                    Change before = ChangeWriter.lock(tx, id);
                    Change after = Ballot.vote(tx, held, before, round, standsFor, choice, reason);
                    ChangeWriter.write(tx, before, after, "voted");
                    return after;
                });
    }

    @Override
    public Change review(Caller caller, String id, long version, ReviewDraft draft) {
        Change seen = get(caller, id);
        access.require(caller, CHANGE_CLOSE, seen.center(), Change.ref(id));
        return changeEditor.review(caller, id, version, draft);
    }
}
