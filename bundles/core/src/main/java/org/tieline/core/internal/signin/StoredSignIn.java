package org.tieline.core.internal.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.tieline.core.internal.CoreStore;
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
    private static final String WRONG = "The login or the password is wrong.";
    private static final String LOCKED =
            "This sign-in is locked after too many failures. A center manager or an administrator"
                    + " can release it.";

    private final Store store;
    private final Clock clock;
    private final SignInSettings settings;
    private final Hashing hashing;
    private final Passwords passwords;
    private final Attempts attempts;
    private final LiveSessions sessions;
    private final Tokens tokens;
    private final SetUp setUp;
    private final SignInFailures failures = new SignInFailures();

    @Activate
    public StoredSignIn(@Reference CoreStore core, SignInConfiguration configuration) {
        this(core.store(), Clock.systemUTC(), SignInSettings.of(configuration, System.getenv()));
    }

    public StoredSignIn(Store store, Clock clock, SignInSettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        hashing = new Hashing(settings.cost());
        passwords = new Passwords(store, settings, hashing);
        attempts = new Attempts(store, clock, settings, failures);
        sessions = new LiveSessions(store, clock, settings);
        tokens = new Tokens(store, clock, settings, failures);
        setUp = new SetUp(store, clock, passwords);
    }

    @Override
    public Session signIn(String login, String password, Origin origin) {
        attempts.admit(origin);
        Optional<Known> known = store.read(sql -> known(sql, login));
        if (known.isEmpty()) {
            hashing.compareWithNobodys(password);
            throw refused(attempts.failedUnknown(login, origin));
        }
        Known person = known.get();
        if (!right(person, password)) {
            throw refused(attempts.failed(person.id(), origin));
        }
        Optional<String> raised =
                person.hash().filter(hashing::isOutdated).map(outdated -> hashing.hash(password));
        String secret = Secrets.random();
        if (!start(person, secret, raised, origin)) {
            throw refused(attempts.failed(person.id(), origin));
        }
        return session(secret, origin).orElseThrow(() -> new Unauthenticated(WRONG));
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

    /** Starts the session; false if the sign-in is locked or not active or changed meanwhile. */
    private boolean start(Known known, String secret, Optional<String> raised, Origin origin) {
        Person seen = store.read(sql -> PersonTable.find(sql, known.id())).orElseThrow();
        Instant now = clock.instant();
        return store.write(
                Callers.of(seen, origin),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), known.id()).orElseThrow();
                    if (person.locked().isPresent()
                            || !person.facts().active()
                            || !hash(tx.sql(), known.id()).equals(known.hash())) {
                        return false;
                    }
                    Failures.forget(tx.sql(), known.id());
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
                    return true;
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
        attempts.admit(origin);
        if (!setUp.needed()) {
            throw SetUp.taken();
        }
        if (!setUp.counts(code)) {
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

    @Override
    public void choosePassword(String code, String password, Origin origin) {
        attempts.admit(origin);
        Instant now = clock.instant();
        Person invited =
                store.read(
                                sql ->
                                        OneTimeCodes.person(sql, code, now)
                                                .flatMap(id -> PersonTable.find(sql, id)))
                        .filter(person -> person.facts().active())
                        .orElseThrow(
                                () -> {
                                    attempts.failedCode(origin);
                                    return badInvitation();
                                });
        String hash = passwords.accept("password", invited, password);
        store.write(
                Callers.of(invited, origin),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), invited.id()).orElseThrow();
                    if (!person.facts().active()
                            || !OneTimeCodes.use(tx.sql(), code, person.id(), now)) {
                        throw badInvitation();
                    }
                    passwords.set(tx, person, hash, now);
                    Failures.unlock(tx, person);
                    Sessions.end(tx.sql(), person.id());
                    return null;
                });
    }

    private static Unauthenticated badInvitation() {
        return new Unauthenticated(
                "This link was used already, has expired or is not one of ours. Ask for a new"
                        + " invitation.");
    }

    @Override
    public void changePassword(
            Session session, String oldPassword, String newPassword, Origin origin) {
        attempts.admit(origin);
        String id = session.caller().actor().id();
        Optional<String> hash = store.read(sql -> hash(sql, id));
        if (hash.isEmpty() || !hashing.matches(oldPassword, hash.get())) {
            if (attempts.failed(id, origin)) {
                throw new Unauthenticated(LOCKED);
            }
            throw new Invalid(new FieldError("oldPassword", "is not your current password"));
        }
        Person seen = store.read(sql -> PersonTable.find(sql, id)).orElseThrow();
        String next = passwords.accept("newPassword", seen, newPassword);
        Instant now = clock.instant();
        store.write(
                session.caller(),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), id).orElseThrow();
                    if (!hash(tx.sql(), id).equals(hash)) {
                        throw new Invalid(
                                new FieldError("oldPassword", "is not your current password"));
                    }
                    passwords.set(tx, person, next, now);
                    Failures.forget(tx.sql(), id);
                    Sessions.endOthers(tx.sql(), id, Secrets.hash(session.secret()));
                    return null;
                });
    }

    /** Removes sessions and codes that ended. */
    void purge() {
        Instant now = clock.instant();
        store.write(
                Caller.system("sign-in"),
                tx -> {
                    Sessions.purge(tx.sql(), now, now.minus(settings.idle()));
                    OneTimeCodes.purge(tx.sql(), now);
                    return null;
                });
    }

    private static Optional<Known> known(DSLContext sql, String login) {
        return sql.select(PersonTable.ID, PersonTable.PASSWORD_HASH)
                .from(PersonTable.PERSON)
                .where(PersonTable.LOGIN_KEY.eq(PersonTable.key(login)))
                .fetchOptional(
                        row ->
                                new Known(
                                        row.get(PersonTable.ID),
                                        Optional.ofNullable(row.get(PersonTable.PASSWORD_HASH))));
    }

    private static Optional<String> hash(DSLContext sql, String id) {
        return sql.select(PersonTable.PASSWORD_HASH)
                .from(PersonTable.PERSON)
                .where(PersonTable.ID.eq(id))
                .fetchOptional(PersonTable.PASSWORD_HASH);
    }

    /** A person and the password hash that the attempt is compared with. */
    private record Known(String id, Optional<String> hash) {}
}
