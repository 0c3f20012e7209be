package org.tieline.core.internal;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tieline.api.access.Access;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;
import org.tieline.api.journal.Journal;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.Positions;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.core.access.PlatformOperations;
import org.tieline.core.internal.access.KnownOperations;
import org.tieline.core.internal.access.Refusals;
import org.tieline.core.internal.access.RoleAccess;
import org.tieline.core.internal.center.SqlCenters;
import org.tieline.core.internal.journal.StoredJournal;
import org.tieline.core.internal.person.HeldRights;
import org.tieline.core.internal.person.SqlPeople;
import org.tieline.core.internal.person.SqlServiceAccounts;
import org.tieline.core.internal.position.SqlPositions;
import org.tieline.core.internal.signin.HashCost;
import org.tieline.core.internal.signin.SignInSettings;
import org.tieline.core.internal.signin.StoredSignIn;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;
import org.tieline.store.Store;
import org.tieline.store.testing.TestDatabase;

/** The services on a new database, wired as in the bundle. */
public final class Platform implements AutoCloseable {
    public static final Caller ROOT = Caller.system("test");
    public static final String PASSWORD = "copper lantern orchard 7";

    /** The usual rules with hashes that cost little. */
    public static final SignInSettings SETTINGS = cheap(SignInSettings.DEFAULT);

    public final TestClock clock = new TestClock();
    public final KnownOperations operations = new KnownOperations(new PlatformOperations());

    /** What others have passed on to people. */
    public final Map<String, Set<RoleGrant>> passed = new ConcurrentHashMap<>();

    public final HeldRights rights =
            new HeldRights(person -> passed.getOrDefault(person, Set.of()));
    public final TestDatabase database;
    public final Store store;
    public final Access access;
    public final Centers centers;
    public final People people;
    public final ServiceAccounts accounts;
    public final Positions positions;
    public final StoredSignIn signIn;
    public final Journal journal;

    public Platform(Engine engine) {
        database = engine.open(clock);
        store = new CoreStore(database.database()).store();
        access = new RoleAccess(new Refusals(store, clock, Runnable::run));
        centers = SqlCenters.of(store, access);
        people = new SqlPeople(store, access, operations, rights, clock);
        accounts = new SqlServiceAccounts(store, access, operations, clock);
        positions = SqlPositions.of(store, access);
        signIn = new StoredSignIn(store, rights, clock, SETTINGS);
        journal = StoredJournal.of(store, database.journal(), access);
    }

    private static SignInSettings cheap(SignInSettings usual) {
        return new SignInSettings(
                usual.lockFailures(),
                usual.lockWindow(),
                usual.addressFailures(),
                usual.addressWindow(),
                usual.idle(),
                usual.longest(),
                usual.passwordLength(),
                usual.passwordStrength(),
                usual.passwordHistory(),
                usual.passwordDays(),
                new HashCost(256, 1, 1));
    }

    /** A word that no other test uses. */
    public static String unique(String start) {
        return start + "-" + UUID.randomUUID().toString().substring(0, 12);
    }

    public static CenterDraft draft(String name) {
        return new CenterDraft(
                name,
                CenterKind.PRIMARY_PSAP,
                ZoneId.of("America/Chicago"),
                CenterState.ACTIVE,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** Registers a center and returns its id. */
    public String center() {
        String id = unique("center");
        return centers.create(ROOT, id, draft("Center " + id)).id();
    }

    public static PersonDraft person(String home, RoleGrant... roles) {
        return new PersonDraft(
                unique("login"), "Pat Doe", Optional.empty(), home, true, Set.of(roles));
    }

    /** Adds a person with a password, and the role in the home center. */
    public Person add(String home, Role role) {
        return addWith(person(home, new RoleGrant(home, role)));
    }

    public Person addWith(PersonDraft draft) {
        Person person = people.create(ROOT, draft);
        signIn.choosePassword(people.invite(ROOT, person.id()), PASSWORD, origin());
        return people.get(ROOT, person.id());
    }

    public static Origin origin() {
        return from(unique("address"));
    }

    public static Origin from(String address) {
        return new Origin(Via.PAGE, address, "request-1", Optional.empty());
    }

    /** From somewhere else on a device that presents this. */
    public static Origin on(Session session) {
        return on(session.device().orElseThrow(), unique("address"));
    }

    public static Origin on(String device, String address) {
        return new Origin(Via.PAGE, address, "request-1", Optional.empty(), Optional.of(device));
    }

    public static Origin at(String position) {
        return new Origin(Via.PAGE, unique("address"), "request-1", Optional.of(position));
    }

    public static Caller caller(String center, Role... roles) {
        return caller(Map.of(center, Set.of(roles)));
    }

    public static Caller caller(Map<String, Set<Role>> roles) {
        return new Caller(
                new Actor(unique("actor"), "Pat", Via.API, Optional.empty(), Optional.empty()),
                roles,
                Optional.empty(),
                Optional.empty());
    }

    public static Caller limited(Caller caller, String... scopes) {
        return new Caller(
                caller.actor(),
                caller.roles(),
                Optional.of(Set.copyOf(Arrays.asList(scopes))),
                Optional.empty());
    }

    /** The lines about a record in a center's chain, as "action changes". */
    public List<String> journal(String center, String record) {
        return store.read(
                        sql ->
                                sql.fetch(
                                        "select action, changes from store.journal where center ="
                                                + " ? and record = ? order by number",
                                        center,
                                        record))
                .map(row -> row.get(0, String.class) + " " + row.get(1, String.class));
    }

    /** All that the database holds of the journal. */
    public String journalText() {
        return store.read(sql -> sql.fetch("select * from store.journal")).stream()
                .map(row -> Arrays.toString(row.intoArray()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        database.close();
    }
}
