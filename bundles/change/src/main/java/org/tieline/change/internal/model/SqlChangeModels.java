package org.tieline.change.internal.model;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;
import static org.tieline.change.internal.record.ChangeOperations.MODEL_APPROVE;
import static org.tieline.change.internal.record.ChangeOperations.MODEL_EDIT;
import static org.tieline.change.internal.record.ChangeOperations.MODEL_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeModel;
import org.tieline.api.change.ChangeModels;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.ModelDraft;
import org.tieline.api.change.ModelState;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.Who;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangePeople;
import org.tieline.change.internal.record.ChangeRules;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Validation;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The change models in the schema {@code changes}. */
@Component(service = {ChangeModels.class, SqlChangeModels.class})
public final class SqlChangeModels implements ChangeModels {
    private static final String LIST = "change-models";
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final AssetImpact assetImpact;

    @Activate
    public SqlChangeModels(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference AssetImpact assetImpact) {
        this(store.store(), access, centers, assetImpact);
    }

    private SqlChangeModels(Store store, Access access, Centers centers, AssetImpact assetImpact) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.assetImpact = assetImpact;
    }

    public static SqlChangeModels in(
            Store store, Access access, Centers centers, AssetImpact assetImpact) {
        return new SqlChangeModels(store, access, centers, assetImpact);
    }

    @Override
    public Page<ChangeModel> list(
            Caller caller, Optional<String> center, Optional<ModelState> state, PageRequest page) {
        center.ifPresent(one -> requireCenter(caller, MODEL_READ, one));
        Reach reach =
                center.map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> ReachCheck.require(access, caller, MODEL_READ, LIST));
        List<String> after = Cursors.after(LIST, 2, page).orElse(List.of("", ""));
        Condition wanted =
                reach.everywhere() ? DSL.noCondition() : ModelTable.CENTER.in(reach.centers());
        Condition in =
                state.map(EnumNames::of).map(ModelTable.STATE::eq).orElseGet(DSL::noCondition);
        return Cursors.page(
                LIST,
                page,
                store.read(sql -> ModelTable.list(sql, wanted.and(in), after, page.limit() + 1)),
                model -> List.of(ModelTable.key(model.facts().name()), model.id()));
    }

    private void requireCenter(Caller caller, Operation operation, String center) {
        access.require(caller, operation, ReachCheck.center(center), Center.ref(center));
        centers.get(SELF, center);
    }

    @Override
    public ChangeModel get(Caller caller, String id) {
        ChangeModel model =
                store.read(sql -> ModelTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(ChangeModel.ref(id)));
        access.require(caller, MODEL_READ, model.center(), ChangeModel.ref(id));
        return model;
    }

    @Override
    public ChangeModel create(
            Caller caller, String center, Optional<String> from, ModelDraft said) {
        return create(caller, center, from, said, (tx, model) -> {});
    }

    /**
     * @param also what is written in the same transaction
     */
    public ChangeModel create(
            Caller caller,
            String center,
            Optional<String> from,
            ModelDraft said,
            BiConsumer<Transaction, ChangeModel> also) {
        requireCenter(caller, MODEL_EDIT, center);
        ModelDraft draft = checked(center, Set.of(), said);
        from.ifPresent(change -> requireSuccess(caller, center, change));
        String id = Ids.next();
        return store.write(
                caller,
                tx -> {
                    ChangeModel model =
                            new ChangeModel(
                                    id,
                                    center,
                                    draft,
                                    ModelState.PROPOSED,
                                    0,
                                    from,
                                    ChangePeople.who(caller),
                                    Optional.empty(),
                                    1,
                                    tx.now(),
                                    tx.now());
                    write(tx, Optional.empty(), model, "proposed");
                    also.accept(tx, model);
                    return model;
                });
    }

    private ModelDraft checked(String center, Set<String> before, ModelDraft said) {
        ModelDraft draft = ModelRules.clean(said);
        List<FieldError> errors = new ArrayList<>(ModelRules.check(draft));
        Validation.refuse(errors, List.of());
        Validation.refuse(
                errors, assetImpact.of(center, draft.assets()).unknown(draft.assets(), before));
        return draft;
    }

    private void requireSuccess(Caller caller, String center, String id) {
        boolean proven =
                store.read(sql -> ChangeTable.find(sql, id))
                        .filter(change -> change.center().equals(center))
                        .filter(change -> change.closure().equals(SUCCESS))
                        .filter(change -> access.allows(caller, CHANGE_READ, change.center()))
                        .isPresent();
        if (!proven) {
            Validation.refuse(
                    List.of(
                            new FieldError(
                                    "from",
                                    "must be a change of the center that was closed as"
                                            + " successful")),
                    List.of());
        }
    }

    private static final Optional<ClosureCode> SUCCESS = Optional.of(ClosureCode.SUCCESSFUL);

    @Override
    public ModelDraft draftFrom(Caller caller, String id) {
        Change change =
                store.read(sql -> ChangeTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(Change.ref(id)));
        access.require(caller, CHANGE_READ, change.center(), Change.ref(id));
        String title = change.facts().title();
        return ModelRules.plans(change, title.substring(0, Math.min(title.length(), 120)).strip());
    }

    @Override
    public ChangeModel update(Caller caller, String id, long version, ModelDraft said) {
        ChangeModel seen = get(caller, id);
        access.require(caller, MODEL_EDIT, seen.center(), ChangeModel.ref(id));
        ModelDraft draft = checked(seen.center(), seen.facts().assets(), said);
        return change(
                caller,
                id,
                "changed",
                (tx, before) -> {
                    requireVersion(tx, before, version);
                    if (before.state() == ModelState.RETIRED) {
                        throw new Conflict("A retired change model cannot be changed any more.");
                    }
                    return new ChangeModel(
                            id,
                            before.center(),
                            draft,
                            ModelState.PROPOSED,
                            before.edition(),
                            before.from(),
                            ChangePeople.who(caller),
                            before.approver(),
                            before.version() + 1,
                            before.created(),
                            tx.now());
                });
    }

    @Override
    public ChangeModel approve(Caller caller, String id, long version) {
        ChangeModel seen = get(caller, id);
        access.require(caller, MODEL_APPROVE, seen.center(), ChangeModel.ref(id));
        return change(
                caller,
                id,
                "approved",
                (tx, before) -> {
                    if (before.state() != ModelState.PROPOSED) {
                        throw new Conflict(
                                "Only a proposed change model can be approved; this one is "
                                        + EnumNames.of(before.state())
                                        + ".");
                    }
                    if (before.author().id().equals(caller.actor().id())) {
                        throw new Forbidden(
                                MODEL_APPROVE,
                                "Nobody approves a change model that they wrote themselves.");
                    }
                    Validation.refuse(ModelRules.lacks(before.facts()), List.of());
                    requireVersion(tx, before, version);
                    return in(
                            before,
                            ModelState.APPROVED,
                            before.edition() + 1,
                            Optional.of(ChangePeople.who(caller)),
                            tx);
                });
    }

    @Override
    public ChangeModel retire(Caller caller, String id, String reason) {
        ChangeModel seen = get(caller, id);
        access.require(caller, MODEL_APPROVE, seen.center(), ChangeModel.ref(id));
        Optional<String> why = ChangeRules.said(Optional.of(reason));
        List<FieldError> errors =
                new ArrayList<>(ChangeRules.text("reason", why, ChangeRules.MAX_REASON));
        if (why.isEmpty()) {
            errors.add(new FieldError("reason", "must say why it is no longer used"));
        }
        Validation.refuse(errors, List.of());
        return store.write(
                caller,
                tx -> {
                    ChangeModel before = lock(tx, id);
                    if (before.state() == ModelState.RETIRED) {
                        return before;
                    }
                    ChangeModel after =
                            in(before, ModelState.RETIRED, before.edition(), before.approver(), tx);
                    ModelTable.write(tx.sql(), Optional.of(before), after);
                    JournalFields are = ModelRules.facts(after).with("reason", why);
                    tx.journal(
                            after.center(),
                            ChangeModel.ref(id),
                            after.version(),
                            "retired",
                            ModelRules.facts(before).changesTo(are));
                    return after;
                });
    }

    private static ChangeModel in(
            ChangeModel model,
            ModelState state,
            int edition,
            Optional<Who> approver,
            Transaction tx) {
        return new ChangeModel(
                model.id(),
                model.center(),
                model.facts(),
                state,
                edition,
                model.from(),
                model.author(),
                approver,
                model.version() + 1,
                model.created(),
                tx.now());
    }

    private static void requireVersion(Transaction tx, ChangeModel model, long version) {
        if (model.version() != version) {
            throw tx.stale(ChangeModel.ref(model.id()), version, model.version());
        }
    }

    private ChangeModel change(
            Caller caller,
            String id,
            String action,
            BiFunction<Transaction, ChangeModel, ChangeModel> work) {
        return store.write(
                caller,
                tx -> {
                    ChangeModel before = lock(tx, id);
                    ChangeModel after = work.apply(tx, before);
                    write(tx, Optional.of(before), after, action);
                    return after;
                });
    }

    private static ChangeModel lock(Transaction tx, String id) {
        return ModelTable.lock(tx.sql(), id).orElseThrow(() -> new NotFound(ChangeModel.ref(id)));
    }

    private static void write(
            Transaction tx, Optional<ChangeModel> before, ChangeModel after, String action) {
        ModelTable.write(tx.sql(), before, after);
        tx.journal(
                after.center(),
                ChangeModel.ref(after.id()),
                after.version(),
                action,
                before.map(ModelRules::facts)
                        .orElse(JournalFields.NONE)
                        .changesTo(ModelRules.facts(after)));
    }
}
