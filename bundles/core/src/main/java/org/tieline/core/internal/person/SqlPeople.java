package org.tieline.core.internal.person;

import static org.tieline.core.access.PlatformOperations.PERSON_EDIT;
import static org.tieline.core.access.PlatformOperations.PERSON_READ;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.center.Center;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.internal.CoreStore;
import org.tieline.core.internal.access.KnownOperations;
import org.tieline.core.internal.credential.OneTimeCodes;
import org.tieline.core.internal.credential.Sessions;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.UniqueKey;
import org.tieline.core.record.Validation;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The people in the schema {@code core}. */
@Component
public final class SqlPeople implements People {
    private static final String LIST = "people";

    private final Store store;
    private final Access access;
    private final Clock clock;
    private final HeldRights rights;
    private final GrantRules grants;

    @Activate
    public SqlPeople(
            @Reference CoreStore core,
            @Reference Access access,
            @Reference KnownOperations operations,
            @Reference HeldRights rights) {
        this(core.store(), access, operations, rights, Clock.systemUTC());
    }

    public SqlPeople(
            Store store,
            Access access,
            KnownOperations operations,
            HeldRights rights,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.rights = rights;
        this.clock = clock;
        grants = new GrantRules(access, PERSON_READ, PERSON_EDIT, operations);
    }

    @Override
    public Page<Person> list(
            Caller caller, Optional<String> center, Optional<String> text, PageRequest page) {
        center.ifPresent(one -> access.require(caller, PERSON_READ, one, Center.ref(one)));
        Reach reach =
                center.map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> ReachCheck.require(access, caller, PERSON_READ, LIST));
        Optional<String> after = Cursors.after(LIST, 1, page).map(key -> key.get(0));
        List<Person> found =
                store.read(sql -> PersonTable.list(sql, reach, after, text, page.limit() + 1));
        return Cursors.page(
                        LIST,
                        page,
                        found,
                        person -> List.of(PersonTable.key(person.facts().login())))
                .map(person -> shownTo(caller, person));
    }

    @Override
    public Person get(Caller caller, String id) {
        Person person = store.read(sql -> PersonTable.find(sql, id)).orElseThrow(() -> missing(id));
        requireInAny(caller, PERSON_READ, person);
        return shownTo(caller, person);
    }

    @Override
    public List<Person> all(Caller caller, Collection<String> ids) {
        return store.read(sql -> PersonTable.all(sql, ids)).stream()
                .filter(person -> seenBy(caller, person))
                .map(person -> shownTo(caller, person))
                .toList();
    }

    @Override
    public List<Person> holding(Caller caller, String center, Set<Role> roles) {
        access.require(caller, PERSON_READ, center, Center.ref(center));
        return store
                .read(sql -> PersonTable.holding(sql, center, roles, PageRequest.MAX_LIMIT))
                .stream()
                .map(person -> shownTo(caller, person))
                .toList();
    }

    @Override
    public Person create(Caller caller, PersonDraft draft) {
        access.require(caller, PERSON_EDIT, draft.center(), Center.ref(draft.center()));
        List<FieldError> errors = new ArrayList<>(PersonRules.check(draft));
        errors.addAll(grants.check(caller, Set.of(), draft.roles()));
        return store.write(
                caller,
                tx -> {
                    Validation.refuse(
                            errors, GrantRules.unknown(tx.sql(), draft.center(), draft.roles()));
                    Person person =
                            new Person(
                                    Ids.next(),
                                    draft,
                                    Optional.empty(),
                                    false,
                                    Optional.empty(),
                                    1,
                                    tx.now(),
                                    tx.now());
                    insert(tx, person);
                    return person;
                });
    }

    /** Adds a person and writes the journal, whoever asks for it. */
    public static void insert(Transaction tx, Person person) {
        PersonDraft facts = person.facts();
        UniqueKey.orConflict(taken(facts), () -> PersonTable.insert(tx.sql(), person));
        RoleLines.write(
                tx,
                Person.ref(person.id()),
                person.version(),
                "created",
                new RoleLines.State(facts.center(), JournalFields.NONE, Set.of()),
                state(facts));
    }

    @Override
    public Person update(Caller caller, String id, long version, PersonDraft draft) {
        List<FieldError> errors = PersonRules.check(draft);
        Set<RoleGrant> passed = rights.passedTo(id);
        return store.write(
                caller,
                tx -> {
                    Person before = lock(tx, id);
                    requireInAny(caller, PERSON_EDIT, before);
                    boolean atHome = access.allows(caller, PERSON_EDIT, before.facts().center());
                    if (atHome) {
                        access.require(
                                caller, PERSON_EDIT, draft.center(), Center.ref(draft.center()));
                    }
                    if (before.version() != version) {
                        throw grants.known(
                                caller,
                                Person.ref(id),
                                tx.stale(Person.ref(id), version, before.version()));
                    }
                    check(caller, tx.sql(), before, passed, draft, atHome, errors);
                    return change(caller, tx, before, draft);
                });
    }

    private void check(
            Caller caller,
            DSLContext sql,
            Person before,
            Set<RoleGrant> passed,
            PersonDraft draft,
            boolean atHome,
            List<FieldError> wrong) {
        List<FieldError> errors = new ArrayList<>(wrong);
        List<FieldChange> facts =
                PersonRules.facts(before.facts()).changesTo(PersonRules.facts(draft));
        if (!atHome) {
            facts.forEach(
                    change ->
                            errors.add(
                                    new FieldError(
                                            change.field(),
                                            "is kept by the person's home center; leave it as it"
                                                    + " is")));
        }
        Set<?> visible = grants.visible(caller, before.facts().roles());
        if (caller.actor().id().equals(before.id())) {
            if (!visible.equals(draft.roles())) {
                errors.add(new FieldError("roles", "of your own can only be changed by another"));
            }
            if (before.facts().active() != draft.active()) {
                errors.add(new FieldError("active", "of your own can only be changed by another"));
            }
        }
        errors.addAll(grants.check(caller, before.facts().roles(), draft.roles()));
        Validation.refuse(errors, GrantRules.unknown(sql, draft.center(), draft.roles()));
        if (!facts.isEmpty() && !caller.actor().id().equals(before.id())) {
            grants.requireManage(caller, HeldRights.of(before, passed));
        }
    }

    private Person change(Caller caller, Transaction tx, Person before, PersonDraft draft) {
        PersonDraft facts =
                new PersonDraft(
                        draft.login(),
                        draft.name(),
                        draft.email(),
                        draft.center(),
                        draft.active(),
                        grants.after(caller, before.facts().roles(), draft.roles()));
        Person after =
                new Person(
                        before.id(),
                        facts,
                        before.locked(),
                        before.passwordSet(),
                        before.lastSignIn(),
                        before.version() + 1,
                        before.created(),
                        tx.now());
        if (facts.equals(before.facts())) {
            return shownTo(caller, before);
        }
        UniqueKey.orConflict(taken(facts), () -> PersonTable.update(tx.sql(), after));
        if (!facts.roles().equals(before.facts().roles())
                || facts.active() != before.facts().active()
                || !facts.login().equals(before.facts().login())) {
            Sessions.end(tx.sql(), before.id());
        }
        RoleLines.write(
                tx,
                Person.ref(before.id()),
                after.version(),
                "changed",
                state(before.facts()),
                state(facts));
        return shownTo(caller, after);
    }

    @Override
    public String invite(Caller caller, String id) {
        Set<RoleGrant> passed = rights.passedTo(id);
        return store.write(
                caller,
                tx -> {
                    Person person = lock(tx, id);
                    requireAtHome(caller, person);
                    Set<RoleGrant> held = HeldRights.of(person, passed);
                    grants.requireManage(caller, held);
                    if (!person.facts().active()) {
                        throw new Conflict(
                                "This person is not active. Make them active before inviting"
                                        + " them.");
                    }
                    tx.journal(
                            person.facts().center(),
                            Person.ref(id),
                            person.version(),
                            "invited",
                            List.of());
                    return OneTimeCodes.invite(
                            tx.sql(), id, HeldRights.fingerprint(held), clock.instant());
                });
    }

    @Override
    public Person unlock(Caller caller, String id) {
        Set<RoleGrant> passed = rights.passedTo(id);
        return store.write(
                caller,
                tx -> {
                    Person person = lock(tx, id);
                    requireAtHome(caller, person);
                    grants.requireManage(caller, HeldRights.of(person, passed));
                    Failures.unlock(tx, person);
                    return shownTo(caller, PersonTable.find(tx.sql(), id).orElseThrow());
                });
    }

    @Override
    public boolean mayManage(Caller caller, String id) {
        Person person = store.read(sql -> PersonTable.find(sql, id)).orElseThrow(() -> missing(id));
        requireInAny(caller, PERSON_READ, person);
        return access.allows(caller, PERSON_EDIT, person.facts().center())
                && grants.mayManage(caller, HeldRights.of(person, rights.passedTo(id)));
    }

    private static Person lock(Transaction tx, String id) {
        return PersonTable.lock(tx.sql(), id).orElseThrow(() -> missing(id));
    }

    private boolean seenBy(Caller caller, Person person) {
        return PersonTable.centers(person).stream()
                .anyMatch(center -> access.allows(caller, PERSON_READ, center));
    }

    /** Passes if the caller may do it in the home center or where the person holds a role. */
    private void requireInAny(Caller caller, Operation operation, Person person) {
        Set<String> centers = PersonTable.centers(person);
        if (centers.stream().anyMatch(center -> access.allows(caller, operation, center))) {
            return;
        }
        String known =
                centers.stream()
                        .filter(center -> !caller.rolesIn(center).isEmpty())
                        .findFirst()
                        .orElse(person.facts().center());
        grants.require(caller, operation, known, Person.ref(person.id()));
    }

    private void requireAtHome(Caller caller, Person person) {
        requireInAny(caller, PERSON_EDIT, person);
        if (access.allows(caller, PERSON_EDIT, person.facts().center())) {
            return;
        }
        throw new Forbidden(
                PERSON_EDIT,
                "This is for the person's home center, " + person.facts().center() + ".");
    }

    private Person shownTo(Caller caller, Person person) {
        PersonDraft facts = person.facts();
        return new Person(
                person.id(),
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        facts.center(),
                        facts.active(),
                        grants.visible(caller, facts.roles())),
                person.locked(),
                person.passwordSet(),
                person.lastSignIn(),
                person.version(),
                person.created(),
                person.updated());
    }

    private static RoleLines.State state(PersonDraft facts) {
        return new RoleLines.State(facts.center(), PersonRules.facts(facts), facts.roles());
    }

    private static String taken(PersonDraft facts) {
        return "The login \"" + facts.login() + "\" is taken. Choose another.";
    }

    private static NotFound missing(String id) {
        return new NotFound(Person.ref(id));
    }
}
