package org.tieline.core.internal.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.internal.credential.OneTimeCodes;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.internal.credential.Sessions;
import org.tieline.core.internal.person.Failures;
import org.tieline.core.internal.person.HeldRights;
import org.tieline.core.internal.person.PersonTable;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;
import org.tieline.core.signin.SignIn;
import org.tieline.store.Store;

/** Signing in with what is kept in the schema {@code core}. */
@Component(
        service = {SignIn.class, StoredSignIn.class},
        configurationPid = "org.tieline.signin")
@Designate(ocd = SignInConfiguration.class)
public final class StoredSignIn implements SignIn {
    private static final String WRONG = "Sign-in name or password is wrong.";
    private static final String LOCKED =
            "Sign-in from here is locked after too many failures. Use a device on which you have"
                    + " signed in before, or ask a center manager or an administrator to unlock"
                    + " it.";

    private final Store store;
    private final Clock clock;
    private final SignInSettings settings;
    private final HeldRights rights;
    private final Hashing hashing;
    private final Passwords passwords;
    private final InTurn turns = new InTurn();
    private final Attempts attempts;
    private final LiveSessions sessions;
    private final Tokens tokens;
    private final SetUp setUp;
    private final SignInFailures failures = new SignInFailures();

    @Activate
    public StoredSignIn(
            @Reference CoreStore core,
            @Reference HeldRights rights,
            SignInConfiguration configuration) {
        this(
                core.store(),
                rights,
                Clock.systemUTC(),
                SignInSettings.of(configuration, System.getenv()));
    }

    public StoredSignIn(Store store, HeldRights rights, Clock clock, SignInSettings settings) {
        this.store = store;
        this.rights = rights;
        this.clock = clock;
        this.settings = settings;
        hashing = new Hashing(settings.cost());
        passwords = new Passwords(store, settings, hashing);
        attempts = new Attempts(store, clock, settings, failures);
        sessions = new LiveSessions(store, clock, settings);
        tokens = new Tokens(store, clock, settings, failures);
        setUp = new SetUp(store, clock, passwords);
    }

    /** A browser that is known for this person does not wait for what strangers do beside it. */
    @Override
    public Session signIn(String login, String password, Origin origin) {
        if (origin.device().isEmpty()) {
            attempts.admit(origin);
        }
        Optional<Known> known = store.read(sql -> known(sql, login, origin));
        boolean trusted = known.filter(one -> KnownOrigins.isTrusted(one.from())).isPresent();
        if (origin.device().isPresent() && !trusted) {
            attempts.admit(origin);
        }
        if (known.isEmpty()) {
            hashing.compareWithNobodys(password);
            throw refused(attempts.failedUnknown(login, origin));
        }
        Known person = known.get();
        return turns.in(person.id() + person.from(), () -> signIn(person, password, origin));
    }

    private Session signIn(Known person, String password, Origin origin) {
        attempts.admit(person.id(), person.from());
        if (!right(person, password)) {
            throw refused(attempts.failed(person.id(), person.from(), origin));
        }
        Optional<String> raised =
                person.hash().filter(hashing::isOutdated).map(outdated -> hashing.hash(password));
        String secret = Secrets.random();
        Optional<String> device = start(person, secret, raised, origin);
        if (device.isEmpty()) {
            throw refused(attempts.failed(person.id(), person.from(), origin));
        }
        return session(secret, origin)
                .map(session -> session.on(device.get()))
                .orElseThrow(() -> new Unauthenticated(WRONG));
    }

    private static Unauthenticated refused(boolean locked) {
        return new Unauthenticated(locked ? LOCKED : WRONG);
    }

    private boolean right(Known person, String password) {
        if (person.hash().isEmpty()) {
            hashing.compareWithNobodys(password);
            return false;
        }
        return hashing.matches(password, person.hash().get());
    }

    /**
     * Starts the session and returns what the browser keeps to be known again; empty if the sign-in
     * is locked here or not active or changed meanwhile.
     */
    private Optional<String> start(
            Known known, String secret, Optional<String> raised, Origin origin) {
        Person seen = store.read(sql -> PersonTable.find(sql, known.id())).orElseThrow();
        Instant now = clock.instant();
        return store.write(
                Callers.of(seen, origin),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), known.id()).orElseThrow();
                    if (Failures.isLocked(tx.sql(), known.id(), known.from())
                            || !person.facts().active()
                            || !hash(tx.sql(), known.id()).equals(known.hash())) {
                        return Optional.empty();
                    }
                    Failures.forget(tx.sql(), known.id(), known.from());
                    raised.ifPresent(hash -> Passwords.rehash(tx.sql(), known.id(), hash));
                    tx.sql()
                            .update(PersonTable.PERSON)
                            .set(PersonTable.LAST_SIGN_IN, now)
                            .where(PersonTable.ID.eq(known.id()))
                            .execute();
                    Sessions.insert(
                            tx.sql(),
                            Secrets.hash(secret),
                            known.id(),
                            now,
                            now.plus(settings.longest()));
                    tx.journal(
                            person.facts().center(),
                            Person.ref(known.id()),
                            person.version(),
                            "signed-in",
                            List.of());
                    return Optional.of(KnownOrigins.add(tx.sql(), known.id(), origin, now));
                });
    }

    @Override
    public Optional<Session> session(String secret, Origin origin) {
        return sessions.find(secret, origin);
    }

    @Override
    public void signOut(Session session) {
        String id = session.caller().actor().id();
        store.write(
                session.caller(),
                tx -> {
                    if (Sessions.endOne(tx.sql(), Secrets.hash(session.secret()))) {
                        Person person = PersonTable.find(tx.sql(), id).orElseThrow();
                        tx.journal(
                                person.facts().center(),
                                Person.ref(id),
                                person.version(),
                                "signed-out",
                                List.of());
                    }
                    return null;
                });
    }

    @Override
    public Caller token(String secret, Origin origin) {
        return tokens.caller(secret, origin);
    }

    @Override
    public boolean setUpNeeded() {
        return setUp.needed();
    }

    @Override
    public void setUp(String code, String login, String name, String password, Origin origin) {
        if (!setUp.needed()) {
            throw SetUp.taken();
        }
        if (!setUp.counts(code)) {
            attempts.admit(origin);
            attempts.failedCode(origin);
            throw SetUp.badCode();
        }
        setUp.withCode(Callers.anonymous(origin), code, login, name, password);
    }

    /** How often signing in failed. */
    SignInFailures failures() {
        return failures;
    }

    /** What the first start does. */
    SetUp firstStart() {
        return setUp;
    }

    /** A code that is good needs no pause: it has 256 random bits. */
    @Override
    public void choosePassword(String code, String password, Origin origin) {
        Instant now = clock.instant();
        Person invited =
                store.read(
                                sql ->
                                        OneTimeCodes.person(sql, code, now)
                                                .flatMap(id -> PersonTable.find(sql, id)))
                        .filter(person -> person.facts().active())
                        .orElseThrow(
                                () -> {
                                    attempts.admit(origin);
                                    attempts.failedCode(origin);
                                    return badInvitation();
                                });
        String hash = passwords.accept("password", invited, password);
        Set<RoleGrant> passed = rights.passedTo(invited.id());
        store.write(
                Callers.of(invited, origin),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), invited.id()).orElseThrow();
                    if (!person.facts().active()
                            || !OneTimeCodes.use(
                                    tx.sql(),
                                    code,
                                    person.id(),
                                    HeldRights.fingerprint(HeldRights.of(person, passed)),
                                    now)) {
                        throw badInvitation();
                    }
                    passwords.set(tx, person, hash, now);
                    Failures.unlock(tx, person);
                    Sessions.end(tx.sql(), person.id());
                    KnownOrigins.forget(tx.sql(), person.id());
                    KnownOrigins.addAddress(tx.sql(), person.id(), origin, now);
                    return null;
                });
    }

    private static Unauthenticated badInvitation() {
        return new Unauthenticated(
                "This link was used already, has expired, was made before your roles changed or is"
                        + " not one of ours. Ask for a new one.");
    }

    @Override
    public Session changePassword(
            Session session, String oldPassword, String newPassword, Origin origin) {
        String id = session.caller().actor().id();
        String from = store.read(sql -> KnownOrigins.of(sql, id, origin, session.secret()));
        return turns.in(
                id + from,
                () -> {
                    attempts.admit(id, from);
                    return changePassword(session, oldPassword, newPassword, from, origin);
                });
    }

    private Session changePassword(
            Session session, String oldPassword, String newPassword, String from, Origin origin) {
        String id = session.caller().actor().id();
        Optional<String> hash = store.read(sql -> hash(sql, id));
        if (hash.isEmpty() || !hashing.matches(oldPassword, hash.get())) {
            attempts.failed(id, from, origin);
            throw wrongOldPassword();
        }
        Person seen = store.read(sql -> PersonTable.find(sql, id)).orElseThrow();
        String next = passwords.accept("newPassword", seen, newPassword);
        String secret = Secrets.random();
        Instant now = clock.instant();
        store.write(
                session.caller(),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), id).orElseThrow();
                    if (!hash(tx.sql(), id).equals(hash)) {
                        throw wrongOldPassword();
                    }
                    passwords.set(tx, person, next, now);
                    Failures.forget(tx.sql(), id, from);
                    KnownOrigins.forgetOthers(tx.sql(), id, origin);
                    Sessions.renew(tx.sql(), Secrets.hash(session.secret()), Secrets.hash(secret));
                    Sessions.endOthers(tx.sql(), id, Secrets.hash(secret));
                    return null;
                });
        return session(secret, origin)
                .orElseThrow(() -> new Unauthenticated("Your session has ended. Sign in again."));
    }

    private static Invalid wrongOldPassword() {
        return new Invalid(new FieldError("oldPassword", "is not your current password"));
    }

    /** Removes sessions and codes that ended. */
    void purge() {
        Instant now = clock.instant();
        store.write(
                Caller.system("sign-in"),
                tx -> {
                    Sessions.purge(tx.sql(), now, now.minus(settings.idle()));
                    OneTimeCodes.purge(tx.sql(), now);
                    Failures.purge(tx.sql(), now);
                    KnownOrigins.purge(tx.sql(), now);
                    return null;
                });
    }

    private static Optional<Known> known(DSLContext sql, String login, Origin origin) {
        return sql.select(PersonTable.ID, PersonTable.PASSWORD_HASH)
                .from(PersonTable.PERSON)
                .where(PersonTable.LOGIN_KEY.eq(PersonTable.key(login)))
                .fetchOptional(
                        row ->
                                new Known(
                                        row.get(PersonTable.ID),
                                        Optional.ofNullable(row.get(PersonTable.PASSWORD_HASH)),
                                        KnownOrigins.of(sql, row.get(PersonTable.ID), origin)));
    }

    private static Optional<String> hash(DSLContext sql, String id) {
        return sql.select(PersonTable.PASSWORD_HASH)
                .from(PersonTable.PERSON)
                .where(PersonTable.ID.eq(id))
                .fetchOptional(PersonTable.PASSWORD_HASH);
    }

    /** A person, the password hash that the attempt is compared with, and what it counts for. */
    private record Known(String id, Optional<String> hash, String from) {}
}
