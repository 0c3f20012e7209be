package org.tieline.change.internal.sharing;

import static org.tieline.change.internal.record.ChangeOperations.SHARE_ADOPT;
import static org.tieline.change.internal.record.ChangeOperations.SHARE_READ;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.change.Adoption;
import org.tieline.api.change.AdoptionFigures;
import org.tieline.api.change.AdoptionOutcome;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.Shared;
import org.tieline.api.change.Sharing;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.SqlChanges;
import org.tieline.change.internal.model.SqlChangeModels;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Names;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** What centers take over of what others share, and what came of it. */
final class Adoptions {
    private final Store store;
    private final Access access;
    private final SqlChanges changes;
    private final SqlChangeModels models;
    private final BiFunction<Caller, String, Shared> shares;

    /**
     * @param shares finds what is shared with a caller, by its id
     */
    Adoptions(
            Store store,
            Access access,
            SqlChanges changes,
            SqlChangeModels models,
            BiFunction<Caller, String, Shared> shares) {
        this.store = store;
        this.access = access;
        this.changes = changes;
        this.models = models;
        this.shares = shares;
    }

    Map<String, AdoptionFigures> figures(Caller caller, Collection<String> ids) {
        Within.require(access, caller, SHARE_READ, SqlSharing.LIST);
        return store.read(sql -> AdoptionTable.figures(sql, ids)).entrySet().stream()
                .filter(entry -> entry.getValue().centers() >= Sharing.FEWEST)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Adoption> of(Caller caller, String id) {
        shares.apply(caller, id);
        Reach reach = access.reach(caller, SHARE_READ);
        return store.read(sql -> AdoptionTable.of(sql, id, reach));
    }

    Adoption adopt(Caller caller, String id, String center, Optional<String> name) {
        Shared shared = requireAdopt(caller, id, center);
        if (store.read(sql -> AdoptionTable.find(sql, id, center))
                .flatMap(Adoption::made)
                .isPresent()) {
            throw taken();
        }
        Copy copy = new Copy(shared, name);
        if (shared.isModel()) {
            ChangeModel made =
                    models.create(
                            caller,
                            center,
                            Optional.empty(),
                            copy.model(),
                            (tx, model) ->
                                    took(tx, caller, shared, center, ChangeModel.ref(model.id())));
            return adoption(made.center(), id);
        }
        Change made =
                changes.create(
                        caller,
                        center,
                        copy.change(),
                        (tx, change) -> took(tx, caller, shared, center, Change.ref(change.id())));
        return adoption(made.center(), id);
    }

    private Adoption adoption(String center, String id) {
        return store.read(sql -> AdoptionTable.find(sql, id, center)).orElseThrow();
    }

    private static Conflict taken() {
        return new Conflict("The center took this over already.");
    }

    /** What nobody in the center sees, it cannot take over; what is its own, it has. */
    private Shared requireAdopt(Caller caller, String id, String center) {
        Shared shared = shares.apply(caller, id);
        access.require(caller, SHARE_ADOPT, Within.center(center), Shared.ref(id));
        Set<String> here = Set.of(center, Caller.EVERYWHERE);
        if (!store.read(sql -> ShareTable.seen(sql, id, here))) {
            throw new NotFound(Shared.ref(id));
        }
        if (shared.center().equals(center)) {
            throw new Conflict("This is the center's own.");
        }
        return shared;
    }

    private static void took(
            Transaction tx, Caller caller, Shared shared, String center, RecordRef made) {
        ShareTable.lock(tx.sql(), shared.id());
        Optional<Adoption> before = AdoptionTable.find(tx.sql(), shared.id(), center);
        if (before.flatMap(Adoption::made).isPresent()) {
            throw taken();
        }
        tell(
                tx,
                before,
                new Adoption(
                        shared.id(),
                        center,
                        AdoptionOutcome.ADOPTED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(made),
                        SqlSharing.who(caller),
                        tx.now()));
    }

    private static void tell(Transaction tx, Optional<Adoption> before, Adoption after) {
        AdoptionTable.write(tx.sql(), after);
        tx.journal(
                after.center(),
                Shared.ref(after.share()),
                0,
                Names.of(after.outcome()),
                before.map(Adoptions::facts).orElse(Facts.NONE).changesTo(facts(after)));
    }

    private static Facts facts(Adoption adoption) {
        return Facts.NONE
                .with("outcome", Names.of(adoption.outcome()))
                .with("reason", adoption.reason())
                .with("minutesSaved", adoption.minutesSaved())
                .with("made", adoption.made().map(RecordRef::id));
    }

    Adoption outcome(
            Caller caller,
            String id,
            String center,
            AdoptionOutcome outcome,
            Optional<String> said,
            Optional<Integer> minutesSaved) {
        requireAdopt(caller, id, center);
        Optional<String> reason = said.map(String::strip).filter(text -> !text.isEmpty());
        Faults.refuse(OutcomeRules.check(outcome, reason, minutesSaved), List.of());
        return store.write(
                caller,
                tx -> {
                    Optional<Adoption> before = AdoptionTable.find(tx.sql(), id, center);
                    Optional<RecordRef> made = before.flatMap(Adoption::made);
                    if (made.isPresent() == (outcome == AdoptionOutcome.REJECTED)) {
                        throw new Conflict(
                                made.isPresent()
                                        ? "It was taken over: say whether it was adopted, adapted"
                                                + " or backed out."
                                        : "It was not taken over yet.");
                    }
                    Adoption after =
                            new Adoption(
                                    id,
                                    center,
                                    outcome,
                                    reason,
                                    minutesSaved,
                                    made,
                                    SqlSharing.who(caller),
                                    tx.now());
                    tell(tx, before, after);
                    return after;
                });
    }
}
