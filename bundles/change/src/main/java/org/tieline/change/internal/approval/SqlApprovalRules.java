package org.tieline.change.internal.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;
import static org.tieline.change.internal.record.ChangeOperations.RULE_EDIT;
import static org.tieline.change.internal.record.ChangeOperations.RULE_READ;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.ApprovalRule;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.StandardRule;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.Touched;
import org.tieline.change.internal.record.Words;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Names;
import org.tieline.core.record.Texts;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The table of approval, with what centers add to it in the schema {@code changes}. */
@Component
public final class SqlApprovalRules implements ApprovalRules {
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final Touched touched;

    @Activate
    public SqlApprovalRules(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference Touched touched) {
        this(store.store(), access, centers, touched);
    }

    private SqlApprovalRules(Store store, Access access, Centers centers, Touched touched) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.touched = touched;
    }

    public static SqlApprovalRules in(
            Store store, Access access, Centers centers, Touched touched) {
        return new SqlApprovalRules(store, access, centers, touched);
    }

    @Override
    public List<StandardRule> standard() {
        return StandardRules.LINES;
    }

    @Override
    public List<ApprovalRule> of(Caller caller, String center) {
        requireCenter(caller, RULE_READ, center);
        return store.read(sql -> RuleTable.of(sql, center));
    }

    private void requireCenter(Caller caller, Operation operation, String center) {
        access.require(caller, operation, Within.center(center), Center.ref(center));
        centers.get(SELF, center);
    }

    @Override
    public ApprovalRule get(Caller caller, String id) {
        return required(caller, RULE_READ, id);
    }

    private ApprovalRule required(Caller caller, Operation operation, String id) {
        ApprovalRule rule =
                store.read(sql -> RuleTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(ApprovalRule.ref(id)));
        access.require(caller, operation, rule.center(), ApprovalRule.ref(id));
        return rule;
    }

    @Override
    public ApprovalRule create(Caller caller, String center, ApprovalRuleDraft draft) {
        requireCenter(caller, RULE_EDIT, center);
        check(center, draft);
        return store.write(
                caller,
                tx -> {
                    if (RuleTable.of(tx.sql(), center).size() >= MOST) {
                        throw new Conflict("A center adds at most " + MOST + " lines.");
                    }
                    ApprovalRule rule =
                            new ApprovalRule(
                                    Ids.next(),
                                    center,
                                    draft,
                                    Optional.empty(),
                                    1,
                                    tx.now(),
                                    tx.now());
                    RuleTable.insert(tx.sql(), rule);
                    tell(tx, rule, "added", Facts.NONE);
                    return rule;
                });
    }

    @Override
    public ApprovalRule update(Caller caller, String id, long version, ApprovalRuleDraft draft) {
        ApprovalRule seen = required(caller, RULE_EDIT, id);
        check(seen.center(), draft);
        return store.write(
                caller,
                tx -> {
                    ApprovalRule before = lock(tx, id);
                    if (before.version() != version) {
                        throw tx.stale(ApprovalRule.ref(id), version, before.version());
                    }
                    return change(tx, before, draft, Optional.empty(), "changed");
                });
    }

    @Override
    public ApprovalRule remove(Caller caller, String id) {
        required(caller, RULE_EDIT, id);
        return store.write(
                caller,
                tx -> {
                    ApprovalRule before = lock(tx, id);
                    return before.removed().isPresent()
                            ? before
                            : change(tx, before, before.facts(), Optional.of(tx.now()), "removed");
                });
    }

    private static ApprovalRule change(
            Transaction tx,
            ApprovalRule before,
            ApprovalRuleDraft draft,
            Optional<Instant> removed,
            String action) {
        ApprovalRule after =
                new ApprovalRule(
                        before.id(),
                        before.center(),
                        draft,
                        removed,
                        before.version() + 1,
                        before.created(),
                        tx.now());
        RuleTable.update(tx.sql(), after);
        tell(tx, after, action, facts(before));
        return after;
    }

    private static ApprovalRule lock(Transaction tx, String id) {
        return RuleTable.lock(tx.sql(), id).orElseThrow(() -> new NotFound(ApprovalRule.ref(id)));
    }

    private static void tell(Transaction tx, ApprovalRule rule, String action, Facts before) {
        tx.journal(
                rule.center(),
                ApprovalRule.ref(rule.id()),
                rule.version(),
                action,
                before.changesTo(facts(rule)));
    }

    private static Facts facts(ApprovalRule rule) {
        ApprovalRuleDraft draft = rule.facts();
        return Facts.NONE
                .with("type", Names.of(draft.type()))
                .with("risk", draft.risk().map(Names::of))
                .with("vital", draft.vital())
                .with("asset", draft.asset())
                .with("authority", draft.authority().name())
                .with("roles", Words.of(draft.authority().roles()))
                .with("quorum", draft.authority().quorum())
                .with("instead", draft.instead())
                .with("removed", rule.removed());
    }

    private void check(String center, ApprovalRuleDraft draft) {
        Authority authority = draft.authority();
        List<FieldError> faults =
                new ArrayList<>(
                        Texts.check("authority", authority.name(), ApprovalRuleDraft.MAX_NAME));
        if (draft.type() == ChangeType.STANDARD) {
            faults.add(
                    new FieldError(
                            "type",
                            "must be normal or emergency; a standard change was authorised with its"
                                    + " model"));
        }
        if (authority.roles().isEmpty() || !CHANGE_VOTE.roles().containsAll(authority.roles())) {
            faults.add(
                    new FieldError(
                            "roles", "must be one or more of: " + Words.of(CHANGE_VOTE.roles())));
        }
        if (authority.quorum() > ApprovalRuleDraft.MOST_PEOPLE) {
            faults.add(
                    new FieldError("quorum", "must be at most " + ApprovalRuleDraft.MOST_PEOPLE));
        }
        draft.asset()
                .filter(asset -> touched.of(center, List.of(asset)).assets().isEmpty())
                .ifPresent(
                        asset ->
                                faults.add(
                                        new FieldError(
                                                "asset",
                                                "must be a service or asset on the center's map")));
        Faults.refuse(faults, List.of());
    }
}
