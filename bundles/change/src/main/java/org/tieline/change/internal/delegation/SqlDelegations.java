package org.tieline.change.internal.delegation;

import static org.tieline.change.internal.delegation.DelegationTable.DELEGATE;
import static org.tieline.change.internal.delegation.DelegationTable.HOLDER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.change.Delegations;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.person.People;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.RecordService;
import org.tieline.core.record.Validation;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Who votes in whose place, in the schema {@code changes}. */
@Component(service = Delegations.class)
public final class SqlDelegations extends RecordService<Delegation, DelegationState>
        implements Delegations {
    private static final Caller SELF = Caller.system("changes");
    private static final PageRequest FIRST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

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
        super(DelegationTable.TABLE, DelegationTable.TYPE, store, access, centers);
        this.centers = centers;
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected boolean isOwn(Caller caller, Stored<Delegation, DelegationState> one) {
        return one.facts().holder().id().equals(caller.actor().id());
    }

    /** A delegate from another center reads what they were given. */
    @Override
    protected boolean reads(Caller caller, Stored<Delegation, DelegationState> one) {
        return isOwn(caller, one)
                || one.facts().delegate().id().equals(caller.actor().id())
                || super.reads(caller, one);
    }

    @Override
    public List<Stored<Delegation, DelegationState>> own(Caller caller) {
        String me = caller.actor().id();
        return Stream.of(HOLDER, DELEGATE)
                .flatMap(side -> ahead(side.eq(me), MOST).stream())
                .sorted(Comparator.comparing(one -> one.facts().until()))
                .toList();
    }

    @Override
    public List<Stored<Delegation, DelegationState>> of(Caller caller, String center) {
        access.require(caller, type.read(), ReachCheck.center(center), Center.ref(center));
        return ahead(table.center.eq(center), PageRequest.MAX_LIMIT);
    }

    private List<Stored<Delegation, DelegationState>> ahead(Condition whose, int most) {
        Instant now = clock.instant();
        return store.read(sql -> DelegationTable.ahead(sql, whose, now, most));
    }

    @Override
    public Stored<Delegation, DelegationState> name(
            Caller caller, String center, String delegate, Instant from, Instant until) {
        requireCenter(caller, type.edit(), center);
        List<FieldError> faults = new ArrayList<>(times(from, until));
        Optional<Who> found = person(centers.get(SELF, center), delegate, caller);
        if (found.isEmpty()) {
            faults.add(
                    new FieldError(
                            "delegate",
                            "must be the sign-in name of somebody else with a role in the center,"
                                    + " or of a center that backs it up or that it backs up"));
        }
        Validation.refuse(faults, List.of());
        Who me = Who.of(caller.actor());
        return create(caller, center, new Delegation(me, found.get(), from, until));
    }

    @Override
    protected List<FieldError> faults(Transaction tx, String center, Delegation draft) {
        Condition given = HOLDER.eq(draft.holder().id());
        if (DelegationTable.ahead(tx.sql(), given, tx.now(), MOST).size() >= MOST) {
            throw new Conflict("Somebody names at most " + MOST + " delegates.");
        }
        return List.of();
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
                .map(person -> new Who(person.id(), person.facts().name()))
                .findFirst();
    }
}
