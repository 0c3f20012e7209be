package org.tieline.change.internal.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelState;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveOption;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Stale;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.model.ModelTable;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.ChangeWriter;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.change.internal.record.FoundConflicts;
import org.tieline.change.internal.record.Revision;
import org.tieline.change.internal.record.ScheduleLock;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Moves changes on in their lives, as the {@link Lifecycle} says. */
public final class MoveService {
    private static final Map<Move, String> ACTIONS =
            Map.ofEntries(
                    Map.entry(Move.SUBMIT, "submitted"),
                    Map.entry(Move.WITHDRAW, "withdrawn"),
                    Map.entry(Move.SCHEDULE, "scheduled"),
                    Map.entry(Move.START, "started"),
                    Map.entry(Move.HOLD, "held"),
                    Map.entry(Move.RESUME, "resumed"),
                    Map.entry(Move.BACK_OUT, "back-out-started"),
                    Map.entry(Move.FINISH, "finished"),
                    Map.entry(Move.CLOSE, "closed"),
                    Map.entry(Move.CANCEL, "cancelled"));

    private final Store store;
    private final Access access;
    private final AssetImpact assetImpact;
    private final Conflicts conflicts;
    private final Electorate electorate;

    public MoveService(
            Store store,
            Access access,
            AssetImpact assetImpact,
            Conflicts conflicts,
            Electorate electorate) {
        this.store = store;
        this.access = access;
        this.assetImpact = assetImpact;
        this.conflicts = conflicts;
        this.electorate = electorate;
    }

    /** Reads what it needs once for all moves. */
    public List<MoveOption> options(Caller caller, Change change, Instant now) {
        List<Lifecycle.Rule> allowed =
                Lifecycle.from(change.facts().type(), change.state()).stream()
                        .filter(rule -> rule.move().canBeAskedFor())
                        .filter(rule -> access.allows(caller, rule.who(), change.center()))
                        .toList();
        Electorate.Chosen voters =
                allowed.stream()
                        .filter(
                                rule ->
                                        rule.needs().contains(MoveCondition.VOTERS)
                                                && asks(rule, change))
                        .findFirst()
                        .map(rule -> chosen(rule, change, touch(change)))
                        .orElse(Electorate.Chosen.NOBODY);
        boolean approved =
                change.facts().model().isPresent()
                        && !allowed.isEmpty()
                        && store.read(sql -> modelApproved(sql, change));
        return allowed.stream().map(rule -> option(rule, change, now, voters, approved)).toList();
    }

    private AssetImpact.Touch touch(Change change) {
        return assetImpact.of(change.center(), change.facts().assets());
    }

    private MoveOption option(
            Lifecycle.Rule rule,
            Change change,
            Instant now,
            Electorate.Chosen voters,
            boolean approved) {
        Electorate.Chosen chosen =
                rule.needs().contains(MoveCondition.VOTERS) && asks(rule, change)
                        ? voters
                        : Electorate.Chosen.NOBODY;
        MoveRequest request = MoveRequest.of(rule.move());
        MoveContext at =
                new MoveContext(
                        change, request, now, assetImpact.mapped(), approved, chosen.lacking());
        return new MoveOption(
                rule.move(),
                rule.to(),
                rule.needs().stream()
                        .filter(need -> !MoveCondition.SAID.contains(need))
                        .flatMap(need -> need.missing(at).stream())
                        .toList(),
                rule.needs().contains(MoveCondition.REASON));
    }

    public Change move(Caller caller, Change seen, MoveRequest said) {
        MoveRequest request = checked(said);
        Lifecycle.Rule rule = rule(seen, request.move());
        access.require(caller, rule.who(), seen.center(), Change.ref(seen.id()));
        AssetImpact.Touch touch = assetImpact.of(seen.center(), seen.facts().assets());
        Electorate.Chosen chosen = chosen(rule, seen, touch);
        Conflicts.Around around =
                conflicts.around(seen.center(), Optional.of(seen.id()), seen.facts(), touch);
        return store.write(
                caller,
                tx -> {
                    boolean collides = rule.needs().contains(MoveCondition.CONFLICTS_SOLVED);
                    if (collides) {
                        ScheduleLock.take(tx.sql());
                    }
                    Change before = ChangeWriter.lock(tx, seen.id());
                    if (before.state() != seen.state() || !before.facts().equals(seen.facts())) {
                        throw new Conflict(
                                "The change "
                                        + seen.number()
                                        + " was changed at this very moment. Look at it again.");
                    }
                    Change looked =
                            collides || rule.needs().contains(MoveCondition.CONFLICTS_EXPLAINED)
                                    ? looked(tx, around, before)
                                    : before;
                    requireMet(rule, tx, looked, request, chosen);
                    Change after = moved(tx, caller, looked, rule, request, chosen.authorities());
                    ChangeWriter.write(
                            tx, before, after, ACTIONS.get(rule.move()), request.reason());
                    return after;
                });
    }

    private static MoveRequest checked(MoveRequest said) {
        MoveRequest request =
                new MoveRequest(
                        said.move(),
                        ChangeRules.said(said.reason()),
                        ChangeRules.said(said.conflictReason()),
                        said.closure());
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(ChangeRules.text("reason", request.reason(), ChangeRules.MAX_REASON));
        errors.addAll(
                ChangeRules.text(
                        "conflictReason", request.conflictReason(), ChangeRules.MAX_REASON));
        if (!request.move().canBeAskedFor()) {
            errors.add(
                    new FieldError(
                            "move",
                            "must not be "
                                    + EnumNames.of(request.move())
                                    + ", which comes of voting or of an edit"));
        }
        Validation.refuse(errors, List.of());
        return request;
    }

    private static Lifecycle.Rule rule(Change change, Move move) {
        return Lifecycle.find(move, change.facts().type(), change.state())
                .orElseThrow(
                        () ->
                                new Conflict(
                                        "The change "
                                                + change.number()
                                                + ", "
                                                + EnumNames.of(change.facts().type())
                                                + " and in the state "
                                                + EnumNames.of(change.state())
                                                + ", has no move \""
                                                + EnumNames.of(move)
                                                + "\"."));
    }

    private static boolean asks(Lifecycle.Rule rule, Change change) {
        return rule.move() == Move.SUBMIT
                || rule.move() == Move.START
                        && change.approval().status() == ApprovalStatus.NOT_ASKED;
    }

    /** Who must approve it, if this move asks for it. */
    private Electorate.Chosen chosen(Lifecycle.Rule rule, Change change, AssetImpact.Touch touch) {
        return asks(rule, change)
                ? electorate.choose(
                        new Electorate.Matter(
                                change.center(),
                                change.facts().type(),
                                change.risk().level(),
                                touch,
                                ChangePeople.own(change.requester(), change.implementer())))
                : Electorate.Chosen.NOBODY;
    }

    private static Change looked(Transaction tx, Conflicts.Around around, Change change) {
        return new Revision(change)
                .conflicts(FoundConflicts.merge(change.conflicts(), around.find(tx.sql())))
                .same();
    }

    private Change moved(
            Transaction tx,
            Caller caller,
            Change before,
            Lifecycle.Rule rule,
            MoveRequest request,
            List<Authority> authorities) {
        Revision revision = new Revision(before).state(rule.to());
        request.conflictReason()
                .ifPresent(
                        why ->
                                revision.conflicts(
                                        FoundConflicts.explain(
                                                before.conflicts(),
                                                why,
                                                ChangePeople.who(caller))));
        if (!authorities.isEmpty()) {
            revision.ask(authorities, Optional.empty());
        }
        switch (rule.move()) {
            case WITHDRAW -> revision.kind(before.facts().type());
            case START -> revision.started(tx.now());
            case BACK_OUT -> revision.backedOut(tx.now());
            case FINISH -> revision.ended(tx.now());
            case CLOSE -> revision.closure(request.closure().orElseThrow());
            case CANCEL -> revision.closure(ClosureCode.CANCELLED);
            default -> {}
        }
        return revision.at(tx.now());
    }

    /**
     * @throws Invalid with everything that is missing
     */
    public void requireMet(
            Lifecycle.Rule rule,
            Transaction tx,
            Change change,
            MoveRequest request,
            Electorate.Chosen chosen) {
        MoveContext at = situation(tx.sql(), change, request, tx.now(), chosen);
        List<FieldError> missing =
                rule.needs().stream().flatMap(need -> need.missing(at).stream()).toList();
        Validation.refuse(missing, List.of());
    }

    private MoveContext situation(
            DSLContext sql,
            Change change,
            MoveRequest request,
            Instant now,
            Electorate.Chosen chosen) {
        return new MoveContext(
                change,
                request,
                now,
                assetImpact.mapped(),
                modelApproved(sql, change),
                chosen.lacking());
    }

    private static boolean modelApproved(DSLContext sql, Change change) {
        return change.facts()
                .model()
                .flatMap(id -> ModelTable.find(sql, id))
                .filter(model -> model.state() == ModelState.APPROVED)
                .isPresent();
    }

    /** Makes the refusal of an edit of an older version, before it is checked any further. */
    public Stale stale(Caller caller, Change now, long seen) {
        return store.write(caller, tx -> tx.stale(Change.ref(now.id()), seen, now.version()));
    }
}
