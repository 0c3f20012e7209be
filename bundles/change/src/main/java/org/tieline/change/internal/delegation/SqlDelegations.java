package org.tieline.change.internal.delegation;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;
import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;
import static org.tieline.change.internal.record.ChangeOperations.RULE_EDIT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.Delegations;
import org.tieline.api.change.Who;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/** Who votes in whose place, in the schema {@code changes}. */
@Component
public final class SqlDelegations implements Delegations {
    private static final Caller SELF = Caller.system("changes");
    private static final PageRequest FIRST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    private final Store store;
    private final Access access;
    private final Centers centers;
    private final People people;
    private final Clock clock;

    @Activate
    public SqlDelegations(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference Centers centers,
            @Reference People people) {
        this(store.store(), access, centers, people, Clock.systemUTC());
    }

    public SqlDelegations(Store store, Access access, Centers centers, People people, Clock clock) {
        this.store = store;
        this.access = access;
        this.centers = centers;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<Delegation> own(Caller caller) {
        String me = caller.actor().id();
        Instant now = clock.instant();
        return store.read(
                sql ->
                        Stream.of(DelegationTable.HOLDER, DelegationTable.DELEGATE)
                                .flatMap(
                                        side ->
                                                DelegationTable.ahead(sql, side.eq(me), now, MOST)
                                                        .stream())
                                .sorted(java.util.Comparator.comparing(Delegation::until))
                                .toList());
    }

    @Override
    public List<Delegation> of(Caller caller, String center) {
        access.require(caller, CHANGE_READ, Within.center(center), Center.ref(center));
        Instant now = clock.instant();
        return store.read(
                sql ->
                        DelegationTable.ahead(
                                sql,
                                DelegationTable.CENTER.eq(center),
                                now,
                                PageRequest.MAX_LIMIT));
    }

    @Override
    public Delegation name(
            Caller caller, String center, String delegate, Instant from, Instant until) {
        access.require(caller, CHANGE_VOTE, Within.center(center), Center.ref(center));
        Center home = centers.get(SELF, center);
        List<FieldError> faults = new ArrayList<>(times(from, until));
        Optional<Who> found = person(home, delegate, caller);
        if (found.isEmpty()) {
            faults.add(
                    new FieldError(
                            "delegate",
                            "must be the sign-in name of somebody else with a role in the center,"
                                    + " or of a center that backs it up or that it backs up"));
        }
        Faults.refuse(faults, List.of());
        return store.write(
                caller,
                tx -> {
                    String me = caller.actor().id();
                    int given =
                            DelegationTable.ahead(
                                            tx.sql(), DelegationTable.HOLDER.eq(me), tx.now(), MOST)
                                    .size();
                    if (given >= MOST) {
                        throw new Conflict("Somebody names at most " + MOST + " delegates.");
                    }
                    Delegation named =
                            new Delegation(
                                    Ids.next(),
                                    center,
                                    new Who(me, caller.actor().name()),
                                    found.get(),
                                    from,
                                    until,
                                    Optional.empty());
                    DelegationTable.insert(tx.sql(), named);
                    tx.journal(
                            center,
                            Delegation.ref(named.id()),
                            1,
                            "named",
                            Facts.NONE.changesTo(facts(named)));
                    return named;
                });
    }

    private List<FieldError> times(Instant from, Instant until) {
        if (!until.isAfter(from)) {
            return List.of(new FieldError("until", "must be later than the start"));
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            return List.of(
                    new FieldError("until", "must be at most " + LONGEST.toDays() + " days later"));
        }
        return until.isAfter(clock.instant())
                ? List.of()
                : List.of(new FieldError("until", "must not be past"));
    }

    private Optional<Who> person(Center home, String login, Caller caller) {
        if (login.isBlank()) {
            return Optional.empty();
        }
        return Stream.of(
                        Stream.of(home.id()),
                        home.facts().backups().stream(),
                        home.backsUp().stream())
                .flatMap(some -> some)
                .distinct()
                .flatMap(
                        center ->
                                people
                                        .list(
                                                SELF,
                                                Optional.of(center),
                                                Optional.of(login.strip()),
                                                FIRST)
                                        .items()
                                        .stream())
                .filter(person -> person.facts().active())
                .filter(person -> person.facts().login().equalsIgnoreCase(login.strip()))
                .filter(person -> !person.id().equals(caller.actor().id()))
                .map(SqlDelegations::who)
                .findFirst();
    }

    private static Who who(Person person) {
        return new Who(person.id(), person.facts().name());
    }

    @Override
    public Delegation end(Caller caller, String id) {
        Delegation seen =
                store.read(sql -> DelegationTable.find(sql, id))
                        .orElseThrow(() -> new NotFound(Delegation.ref(id)));
        boolean own = seen.holder().id().equals(caller.actor().id());
        if (!own) {
            access.require(caller, RULE_EDIT, seen.center(), Delegation.ref(id));
        }
        return store.write(
                caller,
                tx -> {
                    Delegation before = DelegationTable.lock(tx.sql(), id).orElseThrow();
                    if (before.ended().isPresent()) {
                        return before;
                    }
                    DelegationTable.end(tx.sql(), id, tx.now());
                    Delegation after =
                            new Delegation(
                                    id,
                                    before.center(),
                                    before.holder(),
                                    before.delegate(),
                                    before.from(),
                                    before.until(),
                                    Optional.of(tx.now()));
                    tx.journal(
                            before.center(),
                            Delegation.ref(id),
                            2,
                            "ended",
                            facts(before).changesTo(facts(after)));
                    return after;
                });
    }

    private static Facts facts(Delegation one) {
        return Facts.NONE
                .with("holder", one.holder().name())
                .with("delegate", one.delegate().name())
                .with("from", one.from())
                .with("until", one.until())
                .with("ended", one.ended());
    }
}
