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
import java.util.function.UnaryOperator;
import org.tieline.api.FieldChange;
import org.tieline.api.Page;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Stale;
import org.tieline.api.journal.Break;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.journal.Verification;
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
    static final String DANA = "0193a1b2-0000-7000-8000-00000000da7a";

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

    <T> Page<T> page(List<T> items) {
        return empty
                ? new Page<>(List.of(), Optional.empty())
                : new Page<>(items, Optional.of("c=&1"));
    }

    final Access access = new RolesAlone();

    final Centers centers = new SampleCenters(this);

    final People people = new SamplePeople(this);

    final ServiceAccounts accounts = new SampleServiceAccounts(this);

    final Positions positions = new SamplePositions(this);

    final Journal journal = new SampleJournal(this);

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
