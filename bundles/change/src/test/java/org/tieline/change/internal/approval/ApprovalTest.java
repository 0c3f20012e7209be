package org.tieline.change.internal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.core.internal.Platform.ROOT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.ApprovalRuleState;
import org.tieline.api.change.ApprovalRules;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Delegation;
import org.tieline.api.change.DelegationState;
import org.tieline.api.change.Delegations;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.ChangeCase;
import org.tieline.change.internal.delegation.DelegatedRights;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;

class ApprovalTest extends ChangeCase {
    private static final ApprovalRuleDraft TWO_MANAGERS =
            new ApprovalRuleDraft(
                    ChangeType.NORMAL,
                    Optional.of(RiskLevel.LOW),
                    false,
                    Optional.empty(),
                    new Authority("County board", Set.of(Role.CENTER_MANAGER), 2),
                    false);

    ApprovalTest(Engine engine) {
        super(engine);
    }

    private ChangeDraft plain() {
        return complete(ChangeType.NORMAL, Set.of(asset(Platform.unique("Desk"), Criticality.LOW)));
    }

    private ChangeDraft vital() {
        return complete(
                ChangeType.NORMAL, Set.of(asset(Platform.unique("Trunk"), Criticality.VITAL)));
    }

    private static Electorate.Elector elector(String name, Role... roles) {
        return new Electorate.Elector(name, name, Set.of(roles));
    }

    private static List<String> names(Change change) {
        return change.approval().authorities().stream()
                .map(one -> one.name() + " " + one.quorum())
                .toList();
    }

    /** Somebody who is really there, acting. */
    private Caller person(String home, Role role) {
        Person person = platform.add(home, role);
        return new Caller(
                new Actor(
                        person.id(),
                        person.facts().login(),
                        Via.PAGE,
                        Optional.empty(),
                        Optional.empty()),
                Map.of(home, Set.of(role)),
                Optional.empty(),
                Optional.empty());
    }

    private Stored<Delegation, DelegationState> named(Caller holder, Caller delegate) {
        Instant from = now().minus(Duration.ofMinutes(1));
        return delegations.name(
                holder, center, delegate.actor().name(), from, from.plus(Duration.ofDays(7)));
    }

    @Test
    void aCenterAddsToTheTableOrReplacesALineOfIt() {
        assertThat(names(submitted(plain()))).containsExactly("Change advisory board 1");
        Stored<ApprovalRuleDraft, ApprovalRuleState> rule =
                rules.create(manager, center, TWO_MANAGERS);
        assertThat(names(submitted(plain())))
                .containsExactly("Change advisory board 1", "County board 2");
        rules.update(
                manager,
                rule.id(),
                1,
                new ApprovalRuleDraft(
                        ChangeType.NORMAL,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        TWO_MANAGERS.authority(),
                        true));
        assertThat(names(submitted(plain()))).containsExactly("County board 2");
        rules.move(manager, rule.id(), ApprovalRules.REMOVE);
        assertThat(names(submitted(plain()))).containsExactly("Change advisory board 1");
        assertThat(platform.journal(center, rule.id())).hasSize(3);
    }

    @Test
    void aLineMayBeForOneServiceOnly() {
        String desk = asset(Platform.unique("Desk"), Criticality.LOW);
        rules.create(
                manager,
                center,
                new ApprovalRuleDraft(
                        ChangeType.NORMAL,
                        Optional.empty(),
                        false,
                        Optional.of(desk),
                        TWO_MANAGERS.authority(),
                        false));
        assertThat(names(submitted(complete(ChangeType.NORMAL, Set.of(desk)))))
                .contains("County board 2");
        assertThat(names(submitted(plain()))).doesNotContain("County board 2");
    }

    @Test
    void onlyTheManagerOfTheCenterSaysWhoMustAgree() {
        Stored<ApprovalRuleDraft, ApprovalRuleState> rule =
                rules.create(manager, center, TWO_MANAGERS);
        Caller foreign = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThat(rules.of(staff, center)).containsExactly(rule);
        for (Caller other : List.of(planner, administrator)) {
            assertThatThrownBy(() -> rules.create(other, center, TWO_MANAGERS))
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> rules.of(foreign, center)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rules.move(foreign, rule.id(), ApprovalRules.REMOVE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                rules.create(
                                        manager,
                                        center,
                                        new ApprovalRuleDraft(
                                                ChangeType.STANDARD,
                                                Optional.empty(),
                                                false,
                                                Optional.of("nothing"),
                                                new Authority("", Set.of(Role.READER), 21),
                                                false)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(error -> error.field())
                                        .containsExactlyInAnyOrder(
                                                "type", "authority", "roles", "quorum", "asset"));
    }

    @Test
    void whereTheOnlyManagerWroteItAnAdministratorStandsIn() {
        electors.clear();
        electors.add(elector(planner.actor().id(), Role.CENTER_MANAGER));
        electors.add(elector("Ada", Role.ADMINISTRATOR));
        electors.add(elector("Ben", Role.CHANGE_MANAGER));
        Change change = submitted(vital());
        assertThat(names(change)).containsExactly("Center manager 1", "Change advisory board 2");
        approve(Platform.caller(center, Role.CHANGE_MANAGER), change);
        assertThat(approve(administrator, change).state()).isEqualTo(ChangeState.APPROVED);
    }

    @Test
    void whereNobodyCouldDecideNobodyIsAsked() {
        electors.clear();
        electors.add(elector(planner.actor().id(), Role.CENTER_MANAGER));
        electors.add(elector("Ada", Role.ADMINISTRATOR));
        Change change = changes.create(planner, center, vital());
        assertThatThrownBy(() -> changes.move(planner, change.id(), MoveRequest.of(Move.SUBMIT)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("besides those who wrote it and do it there is only Ada")
                .hasMessageContaining("have an administrator give one more person one of these")
                .hasMessageContaining("name a delegate who holds none of them");
        assertThat(changes.moves(planner, change.id()))
                .filteredOn(option -> option.move() == Move.SUBMIT)
                .flatExtracting(option -> option.missing())
                .extracting(error -> error.field())
                .containsExactly("approval");
    }

    @Test
    void aDelegateVotesForWhoNamedThem() {
        Caller boss = person(center, Role.CENTER_MANAGER);
        Caller clerk = person(center, Role.STAFF);
        Change change = submitted(plain());
        assertThatThrownBy(() -> approve(clerk, change)).isInstanceOf(Forbidden.class);
        Stored<Delegation, DelegationState> delegation = named(boss, clerk);
        Change approved = approve(clerk, change);
        assertThat(approved.state()).isEqualTo(ChangeState.APPROVED);
        assertThat(approved.approval().votes())
                .singleElement()
                .satisfies(
                        vote -> {
                            assertThat(vote.voter().id()).isEqualTo(clerk.actor().id());
                            assertThat(vote.standsFor().map(who -> who.id()))
                                    .contains(boss.actor().id());
                        });
        assertThat(delegations.moves(clerk, delegation.id())).isEmpty();
        assertThatThrownBy(() -> delegations.move(clerk, delegation.id(), Delegations.END))
                .isInstanceOf(Forbidden.class);
        assertThat(delegations.moves(boss, delegation.id())).hasSize(1);
        delegations.move(boss, delegation.id(), Delegations.END);
        Change next = submitted(plain());
        assertThatThrownBy(() -> approve(clerk, next)).isInstanceOf(Forbidden.class);
        assertThat(platform.journal(center, delegation.id()))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("named", "refused", "ended");
    }

    @Test
    void theManagerOfABackupCenterMayStandIn() {
        String backup = platform.center();
        String home = centerIn(java.time.ZoneId.of("America/Denver"), backup);
        Caller boss = person(home, Role.CENTER_MANAGER);
        Caller neighbour = person(backup, Role.CENTER_MANAGER);
        Change change = changes.create(boss, home, ChangeDraft.of("Desks", ChangeType.NORMAL));
        assertThatThrownBy(() -> changes.get(neighbour, change.id())).isInstanceOf(NotFound.class);
        delegations.name(
                boss, home, neighbour.actor().name(), now(), now().plus(Duration.ofDays(1)));
        assertThat(changes.get(neighbour, change.id()).id()).isEqualTo(change.id());
        assertThat(changes.all(neighbour, List.of(change.id()))).hasSize(1);
        Caller stranger = person(platform.center(), Role.CENTER_MANAGER);
        assertThatThrownBy(
                        () ->
                                delegations.name(
                                        boss,
                                        home,
                                        stranger.actor().name(),
                                        now(),
                                        now().plus(Duration.ofDays(1))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aDelegateHoldsForOthersToTakeOverWhatTheHolderPassedOn() {
        String backup = platform.center();
        String home = centerIn(java.time.ZoneId.of("America/Denver"), backup);
        Caller boss = person(home, Role.CENTER_MANAGER);
        Caller neighbour = person(backup, Role.STAFF);
        DelegatedRights rights =
                new DelegatedRights(platform.store, platform.people, platform.clock);
        assertThat(rights.of(neighbour.actor().id())).isEmpty();
        Stored<Delegation, DelegationState> named =
                delegations.name(
                        boss,
                        home,
                        neighbour.actor().name(),
                        now(),
                        now().plus(Duration.ofDays(1)));
        assertThat(rights.of(neighbour.actor().id()))
                .containsExactly(new RoleGrant(home, Role.CENTER_MANAGER));
        assertThat(rights.of(boss.actor().id())).isEmpty();
        delegations.move(boss, named.id(), Delegations.END);
        assertThat(rights.of(neighbour.actor().id())).isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnChangeThroughADelegate() {
        Caller boss = person(center, Role.CENTER_MANAGER);
        Caller clerk = person(center, Role.STAFF);
        named(boss, clerk);
        Change change = changes.create(boss, center, plain());
        Change asked = changes.move(boss, change.id(), MoveRequest.of(Move.SUBMIT));
        assertThatThrownBy(
                        () ->
                                changes.vote(
                                        clerk,
                                        asked.id(),
                                        1,
                                        Optional.of(boss.actor().id()),
                                        VoteChoice.APPROVE,
                                        Optional.empty()))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("not through a delegate either");
    }

    @Test
    void onePersonIsOnePersonWhomeverTheyStandFor() {
        Caller boss = person(center, Role.CENTER_MANAGER);
        Caller other = person(center, Role.CENTER_MANAGER);
        named(boss, other);
        Change change = submitted(vital());
        approve(other, change);
        Change twice =
                changes.vote(
                        other,
                        change.id(),
                        1,
                        Optional.of(boss.actor().id()),
                        VoteChoice.APPROVE,
                        Optional.empty());
        assertThat(twice.approval().votes()).hasSize(2);
        assertThat(twice.state()).isEqualTo(ChangeState.APPROVAL);
        Change own = approve(boss, change);
        assertThat(own.approval().votes()).hasSize(2);
        assertThat(own.state()).isEqualTo(ChangeState.APPROVED);
    }

    @Test
    void peopleWhoHoldARoleHereOrEverywhereCanVote() {
        Person here = platform.add(center, Role.CENTER_MANAGER);
        Person reader = platform.add(center, Role.READER);
        assertThat(Electorate.electors(platform.people, center))
                .extracting(Electorate.Elector::id)
                .contains(here.id())
                .doesNotContain(reader.id());
        assertThat(platform.people.holding(ROOT, center, Set.of(Role.READER)))
                .extracting(Person::id)
                .containsExactly(reader.id());
    }
}
