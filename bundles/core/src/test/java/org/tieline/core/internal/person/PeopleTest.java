package org.tieline.core.internal.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tieline.core.internal.Platform.PASSWORD;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.caller;
import static org.tieline.core.internal.Platform.origin;
import static org.tieline.core.internal.Platform.person;
import static org.tieline.core.internal.Platform.unique;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.Rights;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Overtaken;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.signin.Session;

class PeopleTest extends PlatformTest {
    private final People people = platform.people;
    private final String home = platform.center();
    private final String other = platform.center();
    private final Caller manager = caller(home, Role.CENTER_MANAGER);
    private final Caller otherManager = caller(other, Role.CENTER_MANAGER);
    private final RoleGrant staffHere = new RoleGrant(home, Role.STAFF);
    private final RoleGrant staffThere = new RoleGrant(other, Role.STAFF);

    PeopleTest(Engine engine) {
        super(engine);
    }

    private static PersonDraft with(PersonDraft facts, RoleGrant... roles) {
        return new PersonDraft(
                facts.login(),
                facts.name(),
                facts.email(),
                facts.center(),
                facts.active(),
                Set.of(roles));
    }

    private static PersonDraft named(PersonDraft facts, String login, String name) {
        return new PersonDraft(
                login, name, facts.email(), facts.center(), facts.active(), facts.roles());
    }

    @Test
    void aPersonIsReadAsAddedAndCannotSignInYet() {
        Person created = people.create(manager, person(home, staffHere));
        assertThat(people.get(manager, created.id())).isEqualTo(created);
        assertThat(created.passwordSet()).isFalse();
        assertThatThrownBy(
                        () -> platform.signIn.signIn(created.facts().login(), PASSWORD, origin()))
                .hasMessageContaining("wrong");
        assertThat(platform.journal(home, created.id()).get(0))
                .startsWith("created")
                .contains(created.facts().login(), "staff");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Invalid invalid =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                people.create(
                                        manager,
                                        new PersonDraft(
                                                "a b",
                                                "",
                                                Optional.of("nowhere"),
                                                home,
                                                true,
                                                Set.of(staffThere))));
        assertThat(invalid.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("login", "name", "email", "roles");
    }

    @Test
    void aLoginIsTakenWhateverItsCase() {
        Person first = people.create(manager, person(home));
        PersonDraft same =
                named(person(other), first.facts().login().toUpperCase(), "Somebody Else");
        assertThatThrownBy(() -> people.create(otherManager, same)).isInstanceOf(Conflict.class);
    }

    @Test
    void ofTwoWhoAddTheSameLoginAtOnceOneIsRefused() throws Exception {
        PersonDraft draft = person(home);
        Callable<Boolean> attempt =
                () -> {
                    try {
                        people.create(manager, draft);
                        return true;
                    } catch (Conflict e) {
                        return false;
                    }
                };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> result : two.invokeAll(List.of(attempt, attempt))) {
                won.add(result.get());
            }
            assertThat(won).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void aForeignPersonIsAsAbsentAsOneWhoDoesNotExist() {
        Person foreign = platform.add(other, Role.STAFF);
        Person installation = platform.add(Caller.EVERYWHERE, Role.ADMINISTRATOR);
        for (String id : List.of(foreign.id(), installation.id(), unique("none"))) {
            String absent = "There is no person " + id + ".";
            assertThatThrownBy(() -> people.get(manager, id))
                    .isInstanceOf(NotFound.class)
                    .hasMessage(absent);
            assertThatThrownBy(() -> people.update(manager, id, 1, person(home)))
                    .isInstanceOf(NotFound.class)
                    .hasMessage(absent);
            assertThatThrownBy(() -> people.invite(manager, id))
                    .isInstanceOf(NotFound.class)
                    .hasMessage(absent);
            assertThatThrownBy(() -> people.unlock(manager, id))
                    .isInstanceOf(NotFound.class)
                    .hasMessage(absent);
        }
        assertThat(list(manager)).doesNotContain(foreign.facts().login());
        assertThatThrownBy(
                        () ->
                                people.list(
                                        manager,
                                        Optional.of(other),
                                        Optional.empty(),
                                        PageRequest.FIRST))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> list(caller(home, Role.READER))).isInstanceOf(Forbidden.class);
    }

    private List<String> list(Caller caller) {
        return people
                .list(caller, Optional.empty(), Optional.empty(), PageRequest.FIRST)
                .items()
                .stream()
                .map(person -> person.facts().login())
                .toList();
    }

    @Test
    void whoHoldsARoleElsewhereIsListedThereWithThatRoleOnly() {
        Person shared = people.create(ROOT, person(home, staffHere, staffThere));
        Person seenThere = people.get(otherManager, shared.id());

        assertThat(list(otherManager)).contains(shared.facts().login());
        assertThat(seenThere.facts().roles()).containsExactly(staffThere);
        assertThat(people.get(manager, shared.id()).facts().roles()).containsExactly(staffHere);
        assertThat(platform.journal(home, shared.id())).hasSize(1);
        assertThat(platform.journal(other, shared.id()))
                .singleElement()
                .asString()
                .startsWith("changed")
                .doesNotContain(shared.facts().login());
    }

    @Test
    void anotherCenterChangesItsOwnRolesAndNothingElse() {
        Person shared = people.create(ROOT, person(home, staffHere, staffThere));
        PersonDraft seen = people.get(otherManager, shared.id()).facts();
        assertThatThrownBy(
                        () ->
                                people.update(
                                        otherManager,
                                        shared.id(),
                                        1,
                                        named(seen, seen.login(), "New Name")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("home center");

        RoleGrant reader = new RoleGrant(other, Role.READER);
        people.update(otherManager, shared.id(), 1, with(seen, reader));
        assertThat(people.get(ROOT, shared.id()).facts().roles())
                .containsExactlyInAnyOrder(staffHere, reader);
        assertThatThrownBy(() -> people.invite(otherManager, shared.id()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aStaleChangeTellsNothingOfOtherCenters() {
        Person shared = people.create(ROOT, person(home, staffHere, staffThere));
        PersonDraft seen = people.get(otherManager, shared.id()).facts();
        people.update(otherManager, shared.id(), 1, with(seen, new RoleGrant(other, Role.READER)));
        Stale stale =
                catchThrowableOfType(
                        Stale.class,
                        () -> people.update(manager, shared.id(), 1, person(home, staffHere)));
        assertThat(stale.version()).isEqualTo(2);
        assertThat(stale.since()).isEmpty();
    }

    @Test
    void aManagerGrantsAtMostTheManagersRoleInTheOwnCenter() {
        people.create(manager, person(home, new RoleGrant(home, Role.CENTER_MANAGER)));
        people.create(manager, person(home, new RoleGrant(home, Role.COORDINATOR)));
        for (RoleGrant above :
                List.of(
                        new RoleGrant(home, Role.ADMINISTRATOR),
                        new RoleGrant(Caller.EVERYWHERE, Role.READER))) {
            assertThatThrownBy(() -> people.create(manager, person(home, above)))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("may not grant");
        }
        Caller administrator = caller(home, Role.ADMINISTRATOR);
        people.create(administrator, person(home, new RoleGrant(home, Role.ADMINISTRATOR)));
        assertThatThrownBy(
                        () ->
                                people.create(
                                        administrator,
                                        person(
                                                home,
                                                new RoleGrant(
                                                        Caller.EVERYWHERE, Role.ADMINISTRATOR))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRoleInAForeignCenterIsRefusedAsIfTheCenterDidNotExist() {
        String none = unique("none");
        for (String center : List.of(other, none)) {
            assertThatThrownBy(
                            () ->
                                    people.create(
                                            manager,
                                            person(home, new RoleGrant(center, Role.READER))))
                    .isInstanceOf(Invalid.class)
                    .hasMessage(
                            "roles name the center \""
                                    + center
                                    + "\", but there is no such center");
        }
    }

    @Test
    void nobodyChangesTheOwnRolesOrState() {
        Person person = platform.add(home, Role.CENTER_MANAGER);
        Session session = platform.signIn.signIn(person.facts().login(), PASSWORD, origin());
        PersonDraft facts = person.facts();
        assertThatThrownBy(
                        () ->
                                people.update(
                                        session.caller(),
                                        person.id(),
                                        1,
                                        with(facts, new RoleGrant(home, Role.STAFF))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("of your own");
        PersonDraft left =
                new PersonDraft(
                        facts.login(), facts.name(), facts.email(), home, false, facts.roles());
        assertThatThrownBy(() -> people.update(session.caller(), person.id(), 1, left))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("of your own");
        people.update(session.caller(), person.id(), 1, named(facts, facts.login(), "New Name"));
    }

    @Test
    void aManagerCannotGetHoldOfAnAdministratorsSignIn() {
        Person administrator = platform.add(home, Role.ADMINISTRATOR);
        PersonDraft facts = administrator.facts();
        assertThatThrownBy(() -> people.invite(manager, administrator.id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () ->
                                people.update(
                                        manager,
                                        administrator.id(),
                                        1,
                                        named(facts, unique("taken"), facts.name())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.update(manager, administrator.id(), 1, with(facts)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aChangeOfRolesEndsTheSessionsAndAChangeOfTheNameDoesNot() {
        Person person = platform.add(home, Role.STAFF);
        Session session = platform.signIn.signIn(person.facts().login(), PASSWORD, origin());
        people.update(
                manager, person.id(), 1, named(person.facts(), person.facts().login(), "New Name"));
        assertThat(platform.signIn.session(session.secret(), origin())).isPresent();

        people.update(
                manager,
                person.id(),
                2,
                with(
                        named(person.facts(), person.facts().login(), "New Name"),
                        new RoleGrant(home, Role.CHANGE_MANAGER)));
        assertThat(platform.signIn.session(session.secret(), origin())).isEmpty();
        assertThat(platform.journal(home, person.id()))
                .last()
                .asString()
                .startsWith("changed")
                .contains("roles", "staff", "change-manager");
    }

    @Test
    void aPersonIsFoundByAPartOfTheLoginOrTheName() {
        String word = unique("Rare");
        Person person = people.create(manager, named(person(home), unique("login"), word));
        assertThat(
                        people.list(
                                        manager,
                                        Optional.of(home),
                                        Optional.of(word.toLowerCase().substring(2)),
                                        PageRequest.FIRST)
                                .items())
                .containsExactly(person);
        assertThat(
                        people.list(ROOT, Optional.empty(), Optional.of(word), PageRequest.FIRST)
                                .items())
                .containsExactly(person);
        assertThat(
                        people.list(
                                        otherManager,
                                        Optional.empty(),
                                        Optional.of(word),
                                        PageRequest.FIRST)
                                .items())
                .isEmpty();
    }

    @Test
    void peopleOfTwoCentersAreListedOnceEachInOrder() {
        for (int i = 0; i < 3; i++) {
            people.create(ROOT, person(home, staffHere, staffThere));
            people.create(ROOT, person(other, staffThere));
        }
        Caller both =
                caller(
                        Map.of(
                                home, Set.of(Role.CENTER_MANAGER),
                                other, Set.of(Role.STAFF)));
        List<String> read = new ArrayList<>();
        PageRequest request = new PageRequest(4, Optional.empty());
        while (true) {
            var page = people.list(both, Optional.empty(), Optional.empty(), request);
            page.items().forEach(person -> read.add(person.facts().login()));
            if (page.next().isEmpty()) {
                break;
            }
            request = new PageRequest(4, page.next());
        }
        assertThat(read).hasSize(6).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whoMovesLeavesALineInBothCenters() {
        Person person = people.create(ROOT, person(home, staffHere));
        PersonDraft facts = person.facts();
        people.update(
                ROOT,
                person.id(),
                1,
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        other,
                        true,
                        Set.of(staffThere)));
        assertThat(platform.journal(home, person.id())).last().asString().contains(other);
        assertThat(platform.journal(other, person.id())).last().asString().contains(home);
        assertThatThrownBy(() -> people.get(manager, person.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void whoMovedAwayMeanwhileIsNoLongerTheOldCentersToChange() {
        Person person = people.create(ROOT, person(home, staffHere));
        PersonDraft facts = person.facts();
        PersonDraft moved =
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        other,
                        true,
                        Set.of(staffThere));
        People overtaken =
                new SqlPeople(
                        new Overtaken(
                                platform.store,
                                () -> {
                                    if (people.get(ROOT, person.id()).version() == 1) {
                                        people.update(ROOT, person.id(), 1, moved);
                                    }
                                }),
                        platform.access,
                        platform.operations,
                        platform.rights,
                        platform.clock);
        assertThatThrownBy(() -> overtaken.update(manager, person.id(), 2, facts))
                .isInstanceOf(NotFound.class);
        assertThat(people.get(ROOT, person.id()).facts()).isEqualTo(moved);
    }

    @Test
    void whoMovedAwayMeanwhileIsNotInvitedOrUnlockedByTheOldCenter() {
        for (BiConsumer<People, String> action :
                List.<BiConsumer<People, String>>of(
                        (service, id) -> service.invite(manager, id),
                        (service, id) -> service.unlock(manager, id))) {
            Person person = people.create(ROOT, person(home));
            PersonDraft facts = person.facts();
            PersonDraft moved =
                    new PersonDraft(
                            facts.login(), facts.name(), facts.email(), other, true, Set.of());
            People overtaken =
                    new SqlPeople(
                            new Overtaken(
                                    platform.store,
                                    () -> people.update(ROOT, person.id(), 1, moved)),
                            platform.access,
                            platform.operations,
                            platform.rights,
                            platform.clock);
            assertThatThrownBy(() -> action.accept(overtaken, person.id()))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void severalAreReadAtOnceAndThoseOfAnotherCenterAreLeftOut() {
        Person here = people.create(ROOT, person(home, staffHere));
        Person there = people.create(ROOT, person(other, staffThere));
        List<String> ids = List.of(here.id(), there.id(), "nobody", here.id());
        assertThat(people.all(ROOT, ids)).containsExactlyInAnyOrder(here, there);
        assertThat(people.all(manager, ids)).extracting(Person::id).containsExactly(here.id());
        assertThat(people.all(caller(home, Role.READER), ids)).isEmpty();
    }

    @Test
    void whoHasLeftMayDoNothing() {
        Person here = people.create(ROOT, person(home, staffHere));
        assertThat(Rights.of(here).rolesIn(home)).containsExactly(Role.STAFF);
        PersonDraft facts = here.facts();
        Person left =
                people.update(
                        ROOT,
                        here.id(),
                        here.version(),
                        new PersonDraft(
                                facts.login(),
                                facts.name(),
                                facts.email(),
                                facts.center(),
                                false,
                                facts.roles()));
        assertThat(Rights.of(left).roles()).isEmpty();
    }
}
