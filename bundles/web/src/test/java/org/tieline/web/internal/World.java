package org.tieline.web.internal;

import static org.tieline.api.access.Role.ADMINISTRATOR;
import static org.tieline.api.access.Role.CENTER_MANAGER;
import static org.tieline.api.access.Role.STAFF;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Break;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
import org.tieline.api.person.NewPosition;
import org.tieline.api.person.NewToken;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.Position;
import org.tieline.api.person.Positions;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.api.person.Token;
import org.tieline.api.person.TokenDraft;

/**
 * Two centers and their people, in memory. Every text goes through {@code spoken}, so that a test
 * can have all of them hostile.
 */
final class World {
    static final Instant NOON = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private static final String DANA = "0193a1b2-0000-7000-8000-00000000da7a";

    final boolean empty;
    final UnaryOperator<String> spoken;
    Optional<Stale> stale = Optional.empty();
    Verification verification = new Verification(2, 18_442, List.of());

    World(boolean empty, UnaryOperator<String> spoken) {
        this.empty = empty;
        this.spoken = spoken;
    }

    private String say(String text) {
        return spoken.apply(text);
    }

    Center harbor() {
        return new Center(
                "harbor-county",
                new CenterDraft(
                        say("Harbor County 9-1-1"),
                        CenterKind.PRIMARY_PSAP,
                        ZoneId.of("America/Chicago"),
                        CenterState.ACTIVE,
                        Optional.of("4711"),
                        List.of("lakeview-city"),
                        List.of("lakeview-city", "harbor-backup")),
                List.of("lakeview-city"),
                3,
                NOON.minus(40, ChronoUnit.DAYS),
                NOON.minus(2, ChronoUnit.DAYS));
    }

    Center lakeview() {
        return new Center(
                "lakeview-city",
                new CenterDraft(
                        say("Lakeview City Services 3-1-1"),
                        CenterKind.CITY_311,
                        ZoneId.of("America/Chicago"),
                        CenterState.PLANNED,
                        Optional.empty(),
                        List.of(),
                        List.of("harbor-county")),
                List.of("harbor-county"),
                1,
                NOON.minus(9, ChronoUnit.DAYS),
                NOON.minus(9, ChronoUnit.DAYS));
    }

    Person dana() {
        return person(
                DANA,
                "dana.whitfield",
                "Dana Whitfield",
                Set.of(
                        new RoleGrant("harbor-county", CENTER_MANAGER),
                        new RoleGrant("lakeview-city", STAFF)),
                Optional.empty(),
                true);
    }

    Person luis() {
        return person(
                "0193a1b2-0000-7000-8000-0000000000f1",
                "luis.ortega",
                "Luis Ortega",
                Set.of(new RoleGrant("harbor-county", STAFF)),
                Optional.of(NOON.minus(3, ChronoUnit.HOURS)),
                true);
    }

    Person mei() {
        return person(
                "0193a1b2-0000-7000-8000-0000000000f2",
                "mei.tanaka",
                "Mei Tanaka",
                Set.of(),
                Optional.empty(),
                false);
    }

    private Person person(
            String id,
            String login,
            String name,
            Set<RoleGrant> roles,
            Optional<Instant> locked,
            boolean password) {
        return new Person(
                id,
                new PersonDraft(
                        say(login),
                        say(name),
                        Optional.of(say(login + "@harbor.example")),
                        "harbor-county",
                        true,
                        roles),
                locked,
                password,
                password ? Optional.of(NOON.minus(26, ChronoUnit.HOURS)) : Optional.empty(),
                2,
                NOON.minus(30, ChronoUnit.DAYS),
                NOON.minus(1, ChronoUnit.DAYS));
    }

    ServiceAccount cad() {
        return new ServiceAccount(
                "0193a1b2-0000-7000-8000-0000000000ca",
                new ServiceAccountDraft(
                        say("CAD export"),
                        "harbor-county",
                        true,
                        Set.of(new RoleGrant("harbor-county", Role.READER))),
                1,
                NOON.minus(20, ChronoUnit.DAYS),
                NOON.minus(20, ChronoUnit.DAYS));
    }

    Token token(boolean revoked) {
        return new Token(
                revoked ? "t-2" : "t-1",
                cad().id(),
                new TokenDraft(
                        say(revoked ? "First try" : "Nightly export"),
                        Set.of("center.read", "person.read"),
                        NOON.plus(60, ChronoUnit.DAYS)),
                NOON.minus(20, ChronoUnit.DAYS),
                revoked ? Optional.empty() : Optional.of(NOON.minus(5, ChronoUnit.HOURS)),
                revoked ? Optional.of(NOON.minus(10, ChronoUnit.DAYS)) : Optional.empty());
    }

    Position fire() {
        return new Position(
                "p-1",
                "harbor-county",
                say("Fire 2"),
                NOON.minus(4, ChronoUnit.DAYS),
                Optional.empty());
    }

    Position old() {
        return new Position(
                "p-2",
                "harbor-county",
                say("Call taker 5"),
                NOON.minus(90, ChronoUnit.DAYS),
                Optional.of(NOON.minus(3, ChronoUnit.DAYS)));
    }

    Actor actor() {
        return new Actor(
                DANA,
                say("Dana Whitfield"),
                Via.PAGE,
                Optional.of("10.20.0.14"),
                Optional.of("R7QK"));
    }

    JournalLine line(long number, String action, RecordRef record, FieldChange... changes) {
        return new JournalLine(
                100 + number,
                NOON.minus(number * 37, ChronoUnit.MINUTES),
                "harbor-county",
                number,
                actor(),
                record,
                number,
                action,
                List.of(changes),
                "0".repeat(64),
                "a".repeat(64));
    }

    List<JournalLine> lines() {
        return List.of(
                line(
                        4,
                        "updated",
                        Center.ref("harbor-county"),
                        change("timeZone", "America/New_York", "America/Chicago"),
                        change("backups", null, "lakeview-city, harbor-backup")),
                line(3, "updated", Person.ref(DANA), change("password", null, null)),
                line(2, "sign-in-failed", Person.ref(luis().id())),
                line(
                        1,
                        "created",
                        Center.ref("harbor-county"),
                        change("name", null, say("Harbor County 9-1-1")),
                        change("kind", null, "primary-psap")));
    }

    FieldChange change(String field, String before, String after) {
        return new FieldChange(field, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    Caller administrator() {
        return caller(Map.of(Caller.EVERYWHERE, Set.of(ADMINISTRATOR)));
    }

    Caller reader() {
        return caller(Map.of("harbor-county", Set.of(Role.READER)));
    }

    private Caller caller(Map<String, Set<Role>> roles) {
        return new Caller(actor(), roles, Optional.empty(), Optional.empty());
    }

    private <T> Page<T> page(List<T> items) {
        return empty
                ? new Page<>(List.of(), Optional.empty())
                : new Page<>(items, Optional.of("c=&1"));
    }

    final Access access =
            new Access() {
                @Override
                public void require(
                        Caller caller, Operation operation, String center, RecordRef record) {
                    if (caller.rolesIn(center).isEmpty()) {
                        throw new NotFound(record);
                    }
                    if (!allows(caller, operation, center)) {
                        throw new Forbidden(operation);
                    }
                }

                @Override
                public boolean allows(Caller caller, Operation operation, String center) {
                    return caller.rolesIn(center).stream().anyMatch(operation.roles()::contains);
                }

                @Override
                public Reach reach(Caller caller, Operation operation) {
                    return allows(caller, operation, Caller.EVERYWHERE)
                            ? Reach.EVERYWHERE
                            : new Reach(
                                    false,
                                    caller.roles().keySet().stream()
                                            .filter(center -> allows(caller, operation, center))
                                            .collect(Collectors.toSet()));
                }
            };

    final Centers centers =
            new Centers() {
                @Override
                public Page<Center> list(
                        Caller caller, Optional<String> text, PageRequest request) {
                    return page(List.of(harbor(), lakeview()));
                }

                @Override
                public Page<CenterEntry> directory(
                        Caller caller, Optional<String> text, PageRequest request) {
                    return page(
                            List.of(
                                    new CenterEntry(
                                            "harbor-county",
                                            harbor().facts().name(),
                                            CenterKind.PRIMARY_PSAP,
                                            CenterState.ACTIVE),
                                    new CenterEntry(
                                            "lakeview-city",
                                            lakeview().facts().name(),
                                            CenterKind.CITY_311,
                                            CenterState.PLANNED)));
                }

                @Override
                public List<CenterEntry> entries(Caller caller, Set<String> ids) {
                    return directory(caller, Optional.empty(), PageRequest.FIRST).items().stream()
                            .filter(entry -> ids.contains(entry.id()))
                            .toList();
                }

                @Override
                public Center get(Caller caller, String id) {
                    return id.equals("lakeview-city") ? lakeview() : harbor();
                }

                @Override
                public Center create(Caller caller, String id, CenterDraft draft) {
                    return harbor();
                }

                @Override
                public Center update(Caller caller, String id, long version, CenterDraft draft) {
                    if (stale.isPresent()) {
                        throw stale.get();
                    }
                    return harbor();
                }
            };

    final People people =
            new People() {
                @Override
                public Page<Person> list(
                        Caller caller,
                        Optional<String> center,
                        Optional<String> text,
                        PageRequest request) {
                    return page(List.of(dana(), luis(), mei()));
                }

                @Override
                public Person get(Caller caller, String id) {
                    return id.equals(DANA) ? dana() : id.equals(luis().id()) ? luis() : mei();
                }

                @Override
                public Person create(Caller caller, PersonDraft draft) {
                    return mei();
                }

                @Override
                public Person update(Caller caller, String id, long version, PersonDraft draft) {
                    return get(caller, id);
                }

                @Override
                public String invite(Caller caller, String id) {
                    return "Vq3nT8xYpLr2";
                }

                @Override
                public Person unlock(Caller caller, String id) {
                    return get(caller, id);
                }
            };

    final ServiceAccounts accounts =
            new ServiceAccounts() {
                @Override
                public Page<ServiceAccount> list(
                        Caller caller, Optional<String> center, PageRequest request) {
                    return page(List.of(cad()));
                }

                @Override
                public ServiceAccount get(Caller caller, String id) {
                    return cad();
                }

                @Override
                public ServiceAccount create(Caller caller, ServiceAccountDraft draft) {
                    return cad();
                }

                @Override
                public ServiceAccount update(
                        Caller caller, String id, long version, ServiceAccountDraft draft) {
                    return cad();
                }

                @Override
                public Page<Token> tokens(Caller caller, String account, PageRequest request) {
                    return page(List.of(World.this.token(false), World.this.token(true)));
                }

                @Override
                public Token token(Caller caller, String account, String id) {
                    return World.this.token(false);
                }

                @Override
                public NewToken issue(Caller caller, String account, TokenDraft draft) {
                    return new NewToken(World.this.token(false), "tl_8Kx2vQmW4pZsR7nLcT9bYh");
                }

                @Override
                public Token revoke(Caller caller, String account, String id) {
                    return World.this.token(true);
                }
            };

    final Positions positions =
            new Positions() {
                @Override
                public Page<Position> list(
                        Caller caller, Optional<String> center, PageRequest request) {
                    return page(List.of(fire(), old()));
                }

                @Override
                public Position get(Caller caller, String id) {
                    return fire();
                }

                @Override
                public NewPosition mark(Caller caller, String center, String name) {
                    return new NewPosition(fire(), "secret");
                }

                @Override
                public Position revoke(Caller caller, String id) {
                    return old();
                }
            };

    final Journal journal =
            new Journal() {
                @Override
                public Page<JournalLine> list(
                        Caller caller, JournalFilter filter, PageRequest request) {
                    return page(lines());
                }

                @Override
                public void export(
                        Caller caller, JournalFilter filter, Consumer<JournalLine> sink) {
                    lines().forEach(sink);
                }

                @Override
                public List<JournalLine> history(Caller caller, RecordRef record, int limit) {
                    return lines();
                }

                @Override
                public Verification verify(Caller caller, Optional<String> center) {
                    return verification;
                }
            };

    static Verification broken() {
        return new Verification(
                2,
                9_000,
                List.of(
                        new Break(
                                "harbor-county",
                                4_188,
                                "The line was altered after it was written.")));
    }
}
