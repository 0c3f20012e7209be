package org.tieline.change.internal.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.ApprovalStatus;
import org.tieline.api.change.Change;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.change.Delegations;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.record.Stored;
import org.tieline.api.record.Who;

/**
 * Knows by which votes somebody may decide on changes: their own, and those of whom they stand for.
 */
@Component(service = VotingRights.class)
public final class VotingRights {
    private static final Caller SELF = Caller.system("changes");

    private final Access access;
    private final Delegations delegations;
    private final People people;
    private final Clock clock;

    @Activate
    public VotingRights(
            @Reference Access access,
            @Reference Delegations delegations,
            @Reference People people) {
        this(access, delegations, people, Clock.systemUTC());
    }

    public VotingRights(Access access, Delegations delegations, People people, Clock clock) {
        this.access = access;
        this.delegations = delegations;
        this.people = people;
        this.clock = clock;
    }

    /**
     * One vote that somebody may give.
     *
     * @param standsFor in whose place; empty for one's own
     * @param roles the roles by which it counts
     */
    public record Mandate(Optional<Who> standsFor, Set<Role> roles) {
        /** Returns whose vote it is. */
        public String principal(Caller caller) {
            return standsFor.map(Who::id).orElse(caller.actor().id());
        }
    }

    /** What somebody may decide on, looked up once. */
    public record Held(Caller caller, boolean mayVote, List<Standing> standing) {
        /** Returns the centers in which somebody stands for another now. */
        public Set<String> centers() {
            return standing.stream().map(Standing::center).collect(Collectors.toSet());
        }

        /**
         * Returns the votes that count on a change whose approval is asked for, one's own first.
         */
        public List<Mandate> on(Change change) {
            String me = caller.actor().id();
            if (change.approval().status() != ApprovalStatus.ASKED || isOwn(change, me)) {
                return List.of();
            }
            List<Mandate> votes = new ArrayList<>();
            if (mayVote) {
                counting(change, Optional.empty(), caller.rolesIn(change.center()))
                        .ifPresent(votes::add);
            }
            standing.stream()
                    .filter(one -> one.center().equals(change.center()))
                    .filter(one -> !isOwn(change, one.holder().id()))
                    .flatMap(
                            one ->
                                    counting(change, Optional.of(one.holder()), one.roles())
                                            .stream())
                    .forEach(votes::add);
            return votes;
        }

        private static Optional<Mandate> counting(
                Change change, Optional<Who> standsFor, Set<Role> held) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            change.approval().authorities().forEach(one -> roles.addAll(one.roles()));
            roles.retainAll(held);
            return roles.isEmpty() ? Optional.empty() : Optional.of(new Mandate(standsFor, roles));
        }

        /** True if a vote of theirs would count and is not there yet. */
        public boolean waitsFor(Change change) {
            return on(change).stream()
                    .anyMatch(
                            mandate ->
                                    change.approval()
                                            .current()
                                            .noneMatch(
                                                    vote ->
                                                            vote.principal()
                                                                    .id()
                                                                    .equals(
                                                                            mandate.principal(
                                                                                    caller))));
        }
    }

    /** Somebody for whom the caller stands in a center, with the roles that they hold there. */
    public record Standing(String center, Who holder, Set<Role> roles) {}

    /** Nobody decides on a change that they wrote or do themselves. */
    public static boolean isOwn(Change change, String person) {
        return change.requester().id().equals(person)
                || change.implementer().filter(who -> who.id().equals(person)).isPresent();
    }

    public Held of(Caller caller) {
        Instant now = clock.instant();
        String me = caller.actor().id();
        List<Standing> standing =
                delegations.own(caller).stream()
                        .filter(
                                one ->
                                        one.facts().delegate().id().equals(me)
                                                && one.facts().holds(now))
                        .map(this::standing)
                        .filter(one -> !one.roles().isEmpty())
                        .toList();
        boolean scoped =
                caller.scopes().filter(some -> !some.contains(CHANGE_VOTE.name())).isPresent();
        return new Held(caller, !scoped, scoped ? List.of() : standing);
    }

    /** True if somebody stands for another in a center now and so reads its changes. */
    public boolean standsIn(Caller caller, String center) {
        return of(caller).centers().contains(center);
    }

    private Standing standing(Stored<Delegation, DelegationState> one) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        try {
            Person holder = people.get(SELF, one.facts().holder().id());
            if (holder.facts().active()) {
                holder.facts().roles().stream()
                        .filter(
                                grant ->
                                        grant.center().equals(one.center())
                                                || grant.center().equals(Caller.EVERYWHERE))
                        .forEach(grant -> roles.add(grant.role()));
            }
        } catch (NotFound e) {
            // who is not there any more holds nothing
        }
        return new Standing(one.center(), one.facts().holder(), roles);
    }
}
