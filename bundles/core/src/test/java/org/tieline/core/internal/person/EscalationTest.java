package org.tieline.core.internal.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.core.internal.Platform.ROOT;
import static org.tieline.core.internal.Platform.origin;
import static org.tieline.core.internal.Platform.unique;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Refusal;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.TokenDraft;
import org.tieline.core.access.Rights;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;

/** No sequence of what somebody may do leads to a right that they could not grant. */
class EscalationTest extends PlatformTest {
    private static final int DEPTH = 3;

    private final String here = platform.center();
    private final String there = platform.center();

    EscalationTest(Engine engine) {
        super(engine);
    }

    private RoleGrant here(Role role) {
        return new RoleGrant(here, role);
    }

    private RoleGrant there(Role role) {
        return new RoleGrant(there, role);
    }

    private static RoleGrant everywhere(Role role) {
        return new RoleGrant(Caller.EVERYWHERE, role);
    }

    /**
     * Whom there is to be got hold of: what each kind of person and account holds, and its home.
     */
    private Map<String, Set<RoleGrant>> targets() {
        Map<String, Set<RoleGrant>> targets = new LinkedHashMap<>();
        targets.put("nothing", Set.of());
        targets.put("staff", Set.of(here(Role.STAFF)));
        targets.put("manager", Set.of(here(Role.CENTER_MANAGER)));
        targets.put("administrator", Set.of(here(Role.ADMINISTRATOR)));
        targets.put("coordinator of two", Set.of(here(Role.COORDINATOR), there(Role.COORDINATOR)));
        targets.put("reader there", Set.of(there(Role.READER)));
        targets.put(
                "manager of both", Set.of(here(Role.CENTER_MANAGER), there(Role.CENTER_MANAGER)));
        targets.put("reader everywhere", Set.of(everywhere(Role.READER)));
        targets.put("administrator everywhere", Set.of(everywhere(Role.ADMINISTRATOR)));
        return targets;
    }

    /** What the one who tries may be. */
    private Map<String, Set<RoleGrant>> attackers() {
        Map<String, Set<RoleGrant>> attackers = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            attackers.put(role + " here", Set.of(here(role)));
        }
        attackers.put(
                "manager here, staff there", Set.of(here(Role.CENTER_MANAGER), there(Role.STAFF)));
        attackers.put(
                "manager here, coordinator there",
                Set.of(here(Role.CENTER_MANAGER), there(Role.COORDINATOR)));
        attackers.put(
                "administrator here, reader everywhere",
                Set.of(here(Role.ADMINISTRATOR), everywhere(Role.READER)));
        attackers.put("manager everywhere", Set.of(everywhere(Role.CENTER_MANAGER)));
        attackers.put("administrator everywhere", Set.of(everywhere(Role.ADMINISTRATOR)));
        return attackers;
    }

    /** The rule in words of its own: what somebody who holds this could grant. */
    private static boolean couldGrant(Set<RoleGrant> held, RoleGrant wanted) {
        Set<Role> roles =
                held.stream()
                        .filter(
                                grant ->
                                        grant.center().equals(wanted.center())
                                                || grant.center().equals(Caller.EVERYWHERE))
                        .map(RoleGrant::role)
                        .collect(Collectors.toSet());
        return roles.contains(Role.ADMINISTRATOR)
                || roles.contains(Role.CENTER_MANAGER)
                        && wanted.role() != Role.ADMINISTRATOR
                        && !wanted.center().equals(Caller.EVERYWHERE);
    }

    private Person person(String home, Set<RoleGrant> roles) {
        return platform.people.create(
                ROOT,
                new PersonDraft(unique("login"), "Pat Doe", Optional.empty(), home, true, roles));
    }

    private ServiceAccount account(String home, Set<RoleGrant> roles) {
        return platform.accounts.create(
                ROOT, new ServiceAccountDraft(unique("machine"), home, true, roles));
    }

    private static String homeOf(String center, Set<RoleGrant> roles) {
        return roles.stream().allMatch(one -> one.center().equals(Caller.EVERYWHERE))
                        && !roles.isEmpty()
                ? Caller.EVERYWHERE
                : center;
    }

    private TokenDraft token() {
        return new TokenDraft(
                "tests", Set.of("*"), platform.clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void whoeverTakesAnotherOverCouldHaveGrantedAllThatTheyHold() {
        List<String> table = new ArrayList<>();
        attackers()
                .forEach(
                        (who, held) -> {
                            Caller attacker = Rights.of(person(homeOf(here, held), held));
                            targets()
                                    .forEach(
                                            (what, roles) ->
                                                    table.add(
                                                            row(who, held, attacker, what, roles)));
                        });
        assertThat(table).allMatch(row -> row.endsWith("as it should be"));
        assertThat(table)
                .anyMatch(row -> row.contains("may"))
                .anyMatch(row -> row.contains("may not"));
    }

    private String row(
            String who, Set<RoleGrant> held, Caller attacker, String what, Set<RoleGrant> roles) {
        boolean should = roles.stream().allMatch(role -> couldGrant(held, role));
        boolean home = couldGrant(held, here(Role.READER));
        List<String> wrong = new ArrayList<>();
        for (String center : List.of(here, Caller.EVERYWHERE)) {
            boolean atHome =
                    center.equals(here)
                            ? home
                            : couldGrant(held, everywhere(Role.READER))
                                    || held.contains(everywhere(Role.CENTER_MANAGER));
            Person target = person(center, roles);
            PersonDraft facts = target.facts();
            Map<String, Runnable> ways = new LinkedHashMap<>();
            ways.put("invite", () -> platform.people.invite(attacker, target.id()));
            ways.put("unlock", () -> platform.people.unlock(attacker, target.id()));
            ways.put(
                    "login",
                    () ->
                            edit(
                                    attacker,
                                    target,
                                    unique("taken"),
                                    facts.name(),
                                    facts.email(),
                                    true));
            ways.put(
                    "name",
                    () ->
                            edit(
                                    attacker,
                                    target,
                                    facts.login(),
                                    "Another Name",
                                    facts.email(),
                                    true));
            ways.put(
                    "email",
                    () ->
                            edit(
                                    attacker,
                                    target,
                                    facts.login(),
                                    facts.name(),
                                    Optional.of("a@b.example"),
                                    true));
            ways.put(
                    "state",
                    () ->
                            edit(
                                    attacker,
                                    target,
                                    facts.login(),
                                    facts.name(),
                                    facts.email(),
                                    false));
            ways.forEach(
                    (way, action) -> {
                        if (passes(action) != (should && atHome)) {
                            wrong.add(way + " a person of " + center);
                        }
                    });
            ServiceAccount machine = account(center, roles);
            if (passes(() -> platform.accounts.issue(attacker, machine.id(), token()))
                    != (should && atHome)) {
                wrong.add("token of an account of " + center);
            }
            if (platform.people.get(ROOT, target.id()) != null
                    && atHome
                    && platform.people.mayManage(attacker, target.id()) != should) {
                wrong.add("mayManage");
            }
        }
        return who
                + (should ? " may " : " may not ")
                + "take over "
                + what
                + ": "
                + (wrong.isEmpty() ? "as it should be" : "wrong: " + wrong);
    }

    private void edit(
            Caller caller,
            Person target,
            String login,
            String name,
            Optional<String> email,
            boolean active) {
        Person now = platform.people.get(ROOT, target.id());
        Set<RoleGrant> shown = platform.people.get(caller, target.id()).facts().roles();
        platform.people.update(
                caller,
                target.id(),
                now.version(),
                new PersonDraft(login, name, email, now.facts().center(), active, shown));
        Person after = platform.people.get(ROOT, target.id());
        platform.people.update(
                ROOT,
                target.id(),
                after.version(),
                new PersonDraft(
                        target.facts().login(),
                        target.facts().name(),
                        target.facts().email(),
                        target.facts().center(),
                        true,
                        target.facts().roles()));
    }

    private static boolean passes(Runnable action) {
        try {
            action.run();
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    /**
     * Whom one has got hold of after some steps. Every operation that there is, is tried with every
     * sign-in and token so far, against everybody; what it yields is tried again.
     */
    @Test
    void noSequenceOfStepsLeadsToARightThatCouldNotBeGranted() {
        for (Map.Entry<String, Set<RoleGrant>> attacker : attackers().entrySet()) {
            if (attacker.getValue().contains(everywhere(Role.ADMINISTRATOR))) {
                continue;
            }
            Set<RoleGrant> gained = search(attacker.getValue());
            assertThat(gained)
                    .as(attacker.getKey())
                    .allMatch(
                            role ->
                                    attacker.getValue().contains(role)
                                            || couldGrant(attacker.getValue(), role));
        }
    }

    private Set<RoleGrant> search(Set<RoleGrant> held) {
        Person self = person(homeOf(here, held), held);
        List<String> people = new ArrayList<>(List.of(self.id()));
        List<String> accounts = new ArrayList<>();
        targets()
                .forEach(
                        (what, roles) -> {
                            people.add(person(here, roles).id());
                            accounts.add(account(here, roles).id());
                        });
        people.add(person(there, Set.of(here(Role.STAFF), there(Role.CENTER_MANAGER))).id());
        people.add(person(Caller.EVERYWHERE, Set.of(here(Role.READER))).id());
        Set<RoleGrant> gained = new HashSet<>();
        Set<String> tried = new HashSet<>();
        Deque<Step> steps = new ArrayDeque<>(List.of(new Step(self.id(), 0)));
        while (!steps.isEmpty()) {
            Step step = steps.removeFirst();
            Caller caller = callerOf(step.who());
            gained.addAll(grants(caller));
            String state =
                    new TreeSet<>(grants(caller).stream().map(RoleGrant::toString).toList())
                            .toString();
            if (step.depth() == DEPTH || !tried.add(state)) {
                continue;
            }
            for (String one : List.copyOf(people)) {
                if (!one.equals(step.who())) {
                    grantAll(caller, one);
                    if (takeOver(caller, one)) {
                        steps.add(new Step(one, step.depth() + 1));
                    }
                }
            }
            for (String one : accounts) {
                try {
                    String secret = platform.accounts.issue(caller, one, token()).secret();
                    gained.addAll(grants(platform.signIn.token(secret, origin())));
                } catch (Refusal e) {
                    // not this one
                }
            }
            for (RoleGrant role : everyGrant()) {
                for (String home : List.of(here, there, Caller.EVERYWHERE)) {
                    try {
                        Person made =
                                platform.people.create(
                                        caller,
                                        new PersonDraft(
                                                unique("made"),
                                                "Made Up",
                                                Optional.empty(),
                                                home,
                                                true,
                                                Set.of(role)));
                        if (takeOver(caller, made.id())) {
                            steps.add(new Step(made.id(), step.depth() + 1));
                        }
                    } catch (Refusal e) {
                        // not this one
                    }
                }
            }
        }
        return gained;
    }

    private record Step(String who, int depth) {}

    private List<RoleGrant> everyGrant() {
        List<RoleGrant> all = new ArrayList<>();
        for (Role role : List.of(Role.READER, Role.CENTER_MANAGER, Role.ADMINISTRATOR)) {
            all.addAll(List.of(here(role), there(role), everywhere(role)));
        }
        return all;
    }

    private Caller callerOf(String id) {
        return Rights.of(platform.people.get(ROOT, id));
    }

    private static Set<RoleGrant> grants(Caller caller) {
        return caller.roles().entrySet().stream()
                .flatMap(
                        one ->
                                one.getValue().stream()
                                        .map(role -> new RoleGrant(one.getKey(), role)))
                .collect(Collectors.toSet());
    }

    /** Adds each role and takes away all, as far as that is allowed. */
    private void grantAll(Caller caller, String target) {
        for (RoleGrant role : everyGrant()) {
            change(caller, target, Optional.of(role));
        }
        change(caller, target, Optional.empty());
    }

    private void change(Caller caller, String target, Optional<RoleGrant> added) {
        try {
            Person seen = platform.people.get(caller, target);
            PersonDraft facts = seen.facts();
            Set<RoleGrant> roles = new HashSet<>(added.isPresent() ? facts.roles() : Set.of());
            added.ifPresent(roles::add);
            platform.people.update(
                    caller,
                    target,
                    seen.version(),
                    new PersonDraft(
                            facts.login(),
                            facts.name(),
                            facts.email(),
                            facts.center(),
                            facts.active(),
                            roles));
        } catch (Refusal e) {
            // not this one
        }
    }

    /** Whoever has the code of an invitation can sign in as the person. */
    private boolean takeOver(Caller caller, String target) {
        try {
            return !platform.people.invite(caller, target).isEmpty();
        } catch (Refusal e) {
            return false;
        }
    }

    @Test
    void aLinkThatWasMadeBeforeItsPersonGotFurtherRightsNoLongerCounts() {
        Caller manager = Platform.caller(here, Role.CENTER_MANAGER);
        Person person = person(here, Set.of(here(Role.STAFF)));
        String code = platform.people.invite(manager, person.id());
        PersonDraft facts = person.facts();
        platform.people.update(
                ROOT,
                person.id(),
                person.version(),
                new PersonDraft(
                        facts.login(),
                        facts.name(),
                        facts.email(),
                        here,
                        true,
                        Set.of(here(Role.STAFF), everywhere(Role.ADMINISTRATOR))));
        assertThatThrownBy(
                        () ->
                                platform.signIn.choosePassword(
                                        code, "granite teapot valley 9", origin()))
                .isInstanceOf(Unauthenticated.class);
    }

    @Test
    void whoStandsInForSomebodyOfAnotherCenterIsNotTakenOver() {
        Caller manager = Platform.caller(here, Role.CENTER_MANAGER);
        Person delegate = person(here, Set.of(here(Role.STAFF)));
        String code = platform.people.invite(manager, delegate.id());
        platform.passed.put(delegate.id(), Set.of(there(Role.CENTER_MANAGER)));

        assertThatThrownBy(() -> platform.people.invite(manager, delegate.id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () ->
                                platform.signIn.choosePassword(
                                        code, "granite teapot valley 9", origin()))
                .isInstanceOf(Unauthenticated.class);
        platform.passed.clear();
        platform.people.invite(manager, delegate.id());
    }

    @Test
    void aTokenThatIsLimitedGivesAwayNoMoreThanItsScopes() {
        Caller limited =
                Platform.limited(
                        Platform.caller(here, Role.ADMINISTRATOR), "person.read", "person.edit");
        Person person = person(here, Set.of(here(Role.STAFF)));
        assertThatThrownBy(() -> platform.people.invite(limited, person.id()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () ->
                                platform.people.create(
                                        limited, Platform.person(here, here(Role.STAFF))))
                .hasMessageContaining("may not grant");
        assertThat(
                        platform.people
                                .list(
                                        limited,
                                        Optional.empty(),
                                        Optional.empty(),
                                        PageRequest.FIRST)
                                .items())
                .extracting(Person::id)
                .contains(person.id());
    }

    @Test
    void peopleDescribeThemselvesWhateverTheyHold() {
        Person self = person(here, Set.of(here(Role.CENTER_MANAGER), there(Role.STAFF)));
        Caller caller = Rights.of(self);
        PersonDraft facts = platform.people.get(caller, self.id()).facts();
        Person named =
                platform.people.update(
                        caller,
                        self.id(),
                        self.version(),
                        new PersonDraft(
                                facts.login(),
                                "New Name",
                                facts.email(),
                                here,
                                true,
                                facts.roles()));
        assertThat(named.facts().name()).isEqualTo("New Name");
    }
}
