package org.tieline.change.internal.approval;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_VOTE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Criticality;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskLevel;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.record.Stored;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.record.EnumNames;
import org.tieline.store.Store;

/** Says who must agree to a change, and sees to it that there are people who can. */
@Component(service = Electorate.class)
public final class Electorate {
    private static final Caller SELF = Caller.system("changes");

    /** Who stands in where an authority has too few people who may decide. */
    private static final Set<Role> STAND_INS = EnumSet.of(Role.COORDINATOR, Role.ADMINISTRATOR);

    private final Store store;
    private final Function<String, List<Elector>> electors;

    /** Somebody who may vote, with the roles by which they do. */
    public record Elector(String id, String name, Set<Role> roles) {}

    /**
     * What a change is, as far as that says who must agree.
     *
     * @param own ids of those who wrote it and do it
     */
    public record Matter(
            String center,
            ChangeType type,
            RiskLevel risk,
            AssetImpact.Touch touch,
            Set<String> own) {}

    /**
     * Who must approve.
     *
     * @param lacking what stands against it, in words; none if there are enough people
     */
    public record Chosen(List<Authority> authorities, List<String> lacking) {
        public static final Chosen NOBODY = new Chosen(List.of(), List.of());
    }

    @Activate
    public Electorate(@Reference ChangeStore store, @Reference People people) {
        this(store.store(), center -> electors(people, center));
    }

    private Electorate(Store store, Function<String, List<Elector>> electors) {
        this.store = store;
        this.electors = electors;
    }

    /**
     * @param electors finds those who vote on the changes of a center
     */
    public static Electorate among(Store store, Function<String, List<Elector>> electors) {
        return new Electorate(store, electors);
    }

    /** Returns those who vote on the changes of a center. */
    public static List<Elector> electors(People people, String center) {
        return people.holding(SELF, center, CHANGE_VOTE.roles()).stream()
                .map(person -> elector(person, center))
                .toList();
    }

    private static Elector elector(Person person, String center) {
        return new Elector(
                person.id(),
                person.facts().name(),
                person.facts().roles().stream()
                        .filter(
                                grant ->
                                        grant.center().equals(center)
                                                || grant.center().equals(Caller.EVERYWHERE))
                        .map(grant -> grant.role())
                        .collect(Collectors.toSet()));
    }

    /** Returns who must agree by the table and by what the center added to it. */
    public List<Authority> table(Matter matter) {
        boolean vital = matter.touch().worst().equals(Optional.of(Criticality.VITAL));
        List<ApprovalRuleDraft> own =
                matter.type() == ChangeType.STANDARD
                        ? List.of()
                        : store.read(sql -> RuleTable.of(sql, matter.center())).stream()
                                .map(Stored::facts)
                                .filter(rule -> fits(rule, matter, vital))
                                .toList();
        List<Authority> all = new ArrayList<>();
        if (own.stream().noneMatch(ApprovalRuleDraft::instead)) {
            all.addAll(StandardRules.of(matter.type(), matter.risk(), vital));
        }
        own.stream()
                .map(ApprovalRuleDraft::authority)
                .filter(authority -> !all.contains(authority))
                .forEach(all::add);
        return all;
    }

    private static boolean fits(ApprovalRuleDraft rule, Matter matter, boolean vital) {
        return rule.type() == matter.type()
                && rule.risk().filter(risk -> risk != matter.risk()).isEmpty()
                && (vital || !rule.vital())
                && rule.asset().filter(asset -> !matter.touch().reaches(asset)).isEmpty();
    }

    /** Returns who is to be asked, so that the change can be decided on. */
    public Chosen choose(Matter matter) {
        List<Authority> table = table(matter);
        if (table.isEmpty()) {
            return Chosen.NOBODY;
        }
        List<Elector> free =
                electors.apply(matter.center()).stream()
                        .filter(elector -> !matter.own().contains(elector.id()))
                        .toList();
        List<Authority> asked = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (Authority authority : table) {
            Authority reachable =
                    among(free, authority).size() < authority.quorum()
                            ? widened(authority)
                            : authority;
            List<Elector> there = among(free, reachable);
            asked.add(reachable);
            if (there.size() < authority.quorum()) {
                lacking.add(lacking(reachable, there));
            }
        }
        return new Chosen(asked, lacking);
    }

    private static List<Elector> among(List<Elector> free, Authority authority) {
        return free.stream()
                .filter(elector -> elector.roles().stream().anyMatch(authority.roles()::contains))
                .toList();
    }

    private static Authority widened(Authority authority) {
        Set<Role> roles = EnumSet.copyOf(authority.roles());
        roles.addAll(STAND_INS);
        return new Authority(authority.name(), roles, authority.quorum());
    }

    private static String lacking(Authority authority, List<Elector> there) {
        String people =
                there.isEmpty()
                        ? "nobody"
                        : "only "
                                + there.stream()
                                        .map(Elector::name)
                                        .collect(Collectors.joining(" and "));
        String roles =
                authority.roles().stream()
                        .sorted()
                        .map(role -> EnumNames.of(role).replace('-', ' '))
                        .collect(Collectors.joining(", "));
        return "needs "
                + (authority.quorum() == 1 ? "one person" : authority.quorum() + " people")
                + " to agree as "
                + authority.name()
                + ", but besides those who wrote it and do it there is "
                + people
                + ". Let somebody else do it, or have an administrator give one more person one of"
                + " these roles in the center: "
                + roles
                + ". Whoever of them is away can name a delegate who holds none of them: one person"
                + " is one vote, whomever they stand for.";
    }
}
