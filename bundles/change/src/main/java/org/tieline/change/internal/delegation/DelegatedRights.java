package org.tieline.change.internal.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.spi.access.PassedRights;
import org.tieline.store.Store;

/** The rights of those in whose place somebody votes, now or from a day ahead. */
@Component
public final class DelegatedRights implements PassedRights {
    private static final Caller SELF = Caller.system("changes");

    private final Store store;
    private final People people;
    private final Clock clock;

    @Activate
    public DelegatedRights(@Reference ChangeStore store, @Reference People people) {
        this(store.store(), people, Clock.systemUTC());
    }

    public DelegatedRights(Store store, People people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<RoleGrant> of(String person) {
        Instant now = clock.instant();
        List<Stored<Delegation, DelegationState>> standing =
                store.read(
                        sql ->
                                DelegationTable.ahead(
                                        sql,
                                        DelegationTable.DELEGATE.eq(person),
                                        now,
                                        PageRequest.MAX_LIMIT));
        return standing.stream().flatMap(this::held).collect(Collectors.toSet());
    }

    /**
     * A role that the holder has everywhere counts in the one center for which it was passed on.
     */
    private Stream<RoleGrant> held(Stored<Delegation, DelegationState> one) {
        try {
            return people.get(SELF, one.facts().holder().id()).facts().roles().stream()
                    .filter(
                            grant ->
                                    grant.center().equals(one.center())
                                            || grant.center().equals(Caller.EVERYWHERE))
                    .map(grant -> new RoleGrant(one.center(), grant.role()));
        } catch (NotFound e) {
            return Stream.empty();
        }
    }
}
