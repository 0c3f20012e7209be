package org.tieline.core.internal.person;

import static org.tieline.core.access.PlatformOperations.ACCOUNT_EDIT;
import static org.tieline.core.access.PlatformOperations.ACCOUNT_READ;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.api.person.Token;
import org.tieline.api.person.TokenDraft;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.internal.access.KnownOperations;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.UniqueKey;
import org.tieline.core.record.Validation;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The service accounts and their tokens in the schema {@code core}. */
@Component
public final class SqlServiceAccounts implements ServiceAccounts {
    private static final String LIST = "service-accounts";
    private static final String TOKENS = "tokens";

    private final Store store;
    private final Access access;
    private final KnownOperations operations;
    private final Clock clock;
    private final GrantRules grants;

    @Activate
    public SqlServiceAccounts(
            @Reference CoreStore core,
            @Reference Access access,
            @Reference KnownOperations operations) {
        this(core.store(), access, operations, Clock.systemUTC());
    }

    public SqlServiceAccounts(Store store, Access access, KnownOperations operations, Clock clock) {
        this.store = store;
        this.access = access;
        this.operations = operations;
        this.clock = clock;
        grants = new GrantRules(access, ACCOUNT_READ, ACCOUNT_EDIT, operations);
    }

    @Override
    public Page<ServiceAccount> list(Caller caller, Optional<String> center, PageRequest page) {
        center.ifPresent(one -> access.require(caller, ACCOUNT_READ, one, Center.ref(one)));
        Reach reach =
                center.map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> ReachCheck.require(access, caller, ACCOUNT_READ, LIST));
        Optional<List<String>> after = Cursors.after(LIST, 2, page);
        return Cursors.page(
                        LIST,
                        page,
                        store.read(sql -> AccountTable.list(sql, reach, after, page.limit() + 1)),
                        account -> List.of(AccountTable.key(account.facts().name()), account.id()))
                .map(account -> shownTo(caller, account));
    }

    @Override
    public ServiceAccount get(Caller caller, String id) {
        return shownTo(caller, allowed(caller, ACCOUNT_READ, id));
    }

    @Override
    public ServiceAccount create(Caller caller, ServiceAccountDraft draft) {
        access.require(caller, ACCOUNT_EDIT, draft.center(), Center.ref(draft.center()));
        List<FieldError> errors = new ArrayList<>(Texts.check("name", draft.name(), 120));
        errors.addAll(grants.check(caller, Set.of(), draft.roles()));
        return store.write(
                caller,
                tx -> {
                    Validation.refuse(
                            errors, GrantRules.unknown(tx.sql(), draft.center(), draft.roles()));
                    ServiceAccount account =
                            new ServiceAccount(Ids.next(), draft, 1, tx.now(), tx.now());
                    UniqueKey.orConflict(
                            taken(draft), () -> AccountTable.insert(tx.sql(), account));
                    RoleLines.write(
                            tx,
                            ServiceAccount.ref(account.id()),
                            1,
                            "created",
                            new RoleLines.State(draft.center(), JournalFields.NONE, Set.of()),
                            state(draft));
                    return account;
                });
    }

    @Override
    public ServiceAccount update(
            Caller caller, String id, long version, ServiceAccountDraft draft) {
        List<FieldError> errors = Texts.check("name", draft.name(), 120);
        return store.write(
                caller,
                tx -> {
                    ServiceAccount before = locked(caller, tx, id);
                    access.require(
                            caller, ACCOUNT_EDIT, draft.center(), Center.ref(draft.center()));
                    if (before.version() != version) {
                        throw grants.known(
                                caller,
                                ServiceAccount.ref(id),
                                tx.stale(ServiceAccount.ref(id), version, before.version()));
                    }
                    Set<?> visible = grants.visible(caller, before.facts().roles());
                    List<FieldError> more =
                            new ArrayList<>(
                                    own(caller, before, visible.equals(draft.roles()), draft));
                    more.addAll(grants.check(caller, before.facts().roles(), draft.roles()));
                    more.addAll(GrantRules.unknown(tx.sql(), draft.center(), draft.roles()));
                    Validation.refuse(errors, more);
                    ServiceAccountDraft facts =
                            new ServiceAccountDraft(
                                    draft.name(),
                                    draft.center(),
                                    draft.active(),
                                    grants.after(caller, before.facts().roles(), draft.roles()));
                    if (facts.equals(before.facts())) {
                        return shownTo(caller, before);
                    }
                    grants.requireManage(caller, before.facts().roles());
                    ServiceAccount after =
                            new ServiceAccount(id, facts, version + 1, before.created(), tx.now());
                    UniqueKey.orConflict(taken(facts), () -> AccountTable.update(tx.sql(), after));
                    RoleLines.write(
                            tx,
                            ServiceAccount.ref(id),
                            after.version(),
                            "changed",
                            state(before.facts()),
                            state(facts));
                    return shownTo(caller, after);
                });
    }

    private static List<FieldError> own(
            Caller caller, ServiceAccount before, boolean sameRoles, ServiceAccountDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (caller.actor().id().equals(before.id())) {
            if (!sameRoles) {
                errors.add(new FieldError("roles", "of your own can only be changed by another"));
            }
            if (before.facts().active() != draft.active()) {
                errors.add(new FieldError("active", "of your own can only be changed by another"));
            }
        }
        return errors;
    }

    @Override
    public Page<Token> tokens(Caller caller, String account, PageRequest page) {
        allowed(caller, ACCOUNT_READ, account);
        Optional<String> before = Cursors.after(TOKENS, 1, page).map(key -> key.get(0));
        return Cursors.page(
                TOKENS,
                page,
                store.read(sql -> TokenTable.list(sql, account, before, page.limit() + 1)),
                token -> List.of(token.id()));
    }

    @Override
    public Token token(Caller caller, String account, String id) {
        allowed(caller, ACCOUNT_READ, account);
        return store.read(sql -> TokenTable.find(sql, account, id))
                .orElseThrow(() -> new NotFound(Token.ref(id)));
    }

    @Override
    public NewToken issue(Caller caller, String account, TokenDraft draft) {
        String secret = TokenRules.PREFIX + Secrets.random();
        return store.write(
                caller,
                tx -> {
                    ServiceAccount owner = locked(caller, tx, account);
                    Validation.refuse(
                            TokenRules.check(caller, draft, operations.names(), clock.instant()),
                            List.of());
                    grants.requireManageInScopes(caller, owner.facts().roles());
                    TokenDraft facts =
                            new TokenDraft(
                                    draft.label(),
                                    draft.scopes(),
                                    draft.expires().truncatedTo(ChronoUnit.MICROS));
                    Token token =
                            new Token(
                                    Ids.next(),
                                    account,
                                    facts,
                                    tx.now(),
                                    Optional.empty(),
                                    Optional.empty());
                    TokenTable.insert(tx.sql(), token, Secrets.hash(secret));
                    tx.journal(
                            owner.facts().center(),
                            Token.ref(token.id()),
                            0,
                            "issued",
                            JournalFields.NONE.changesTo(
                                    JournalFields.NONE
                                            .with("account", account)
                                            .with("label", facts.label())
                                            .with(
                                                    "scopes",
                                                    String.join(
                                                            ", ", new TreeSet<>(facts.scopes())))
                                            .with("expires", facts.expires())));
                    return new NewToken(token, secret);
                });
    }

    @Override
    public Token revoke(Caller caller, String account, String id) {
        return store.write(
                caller,
                tx -> {
                    ServiceAccount owner = locked(caller, tx, account);
                    Token token =
                            TokenTable.lock(tx.sql(), account, id)
                                    .orElseThrow(() -> new NotFound(Token.ref(id)));
                    if (token.revoked().isPresent()) {
                        return token;
                    }
                    TokenTable.revoke(tx.sql(), id, tx.now());
                    tx.journal(
                            owner.facts().center(),
                            Token.ref(id),
                            0,
                            "revoked",
                            JournalFields.NONE.changesTo(
                                    JournalFields.NONE.with("revoked", tx.now())));
                    return TokenTable.find(tx.sql(), account, id).orElseThrow();
                });
    }

    @Override
    public boolean mayManage(Caller caller, String id) {
        ServiceAccount account =
                store.read(sql -> AccountTable.find(sql, id)).orElseThrow(() -> missing(id));
        grants.require(caller, ACCOUNT_READ, account.facts().center(), ServiceAccount.ref(id));
        return access.allows(caller, ACCOUNT_EDIT, account.facts().center())
                && grants.mayManage(caller, account.facts().roles());
    }

    private ServiceAccount allowed(Caller caller, Operation operation, String id) {
        ServiceAccount account =
                store.read(sql -> AccountTable.find(sql, id)).orElseThrow(() -> missing(id));
        grants.require(caller, operation, account.facts().center(), ServiceAccount.ref(id));
        return account;
    }

    private ServiceAccount locked(Caller caller, Transaction tx, String id) {
        ServiceAccount account = AccountTable.lock(tx.sql(), id).orElseThrow(() -> missing(id));
        grants.require(caller, ACCOUNT_EDIT, account.facts().center(), ServiceAccount.ref(id));
        return account;
    }

    private ServiceAccount shownTo(Caller caller, ServiceAccount account) {
        ServiceAccountDraft facts = account.facts();
        return new ServiceAccount(
                account.id(),
                new ServiceAccountDraft(
                        facts.name(),
                        facts.center(),
                        facts.active(),
                        grants.visible(caller, facts.roles())),
                account.version(),
                account.created(),
                account.updated());
    }

    private static RoleLines.State state(ServiceAccountDraft facts) {
        return new RoleLines.State(
                facts.center(),
                JournalFields.NONE
                        .with("name", facts.name())
                        .with("center", facts.center())
                        .with("active", facts.active()),
                facts.roles());
    }

    private static String taken(ServiceAccountDraft facts) {
        return "This center has a service account named \""
                + facts.name()
                + "\" already. Choose another name.";
    }

    private static NotFound missing(String id) {
        return new NotFound(ServiceAccount.ref(id));
    }
}
