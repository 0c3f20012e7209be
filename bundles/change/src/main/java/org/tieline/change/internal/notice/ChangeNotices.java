package org.tieline.change.internal.notice;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.Change;
import org.tieline.api.change.Delegations;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.record.Who;
import org.tieline.change.internal.approval.Electorate;
import org.tieline.change.internal.approval.VotingRights;
import org.tieline.spi.notice.NoticeTopic;

/** Tells people of changes, for as long as there are notices. */
@Component(service = ChangeNotices.class)
public final class ChangeNotices {
    private static final Caller SELF = Caller.system("changes");
    private static final Set<Role> LEADING = Set.of(Role.CHANGE_MANAGER, Role.CENTER_MANAGER);
    private static final int MAX_TITLE = 250;

    private final People people;
    private final Delegations delegations;

    private final Notices notices;

    @Activate
    public ChangeNotices(
            @Reference People people,
            @Reference Delegations delegations,
            @Reference Notices notices) {
        this.people = people;
        this.delegations = delegations;
        this.notices = notices;
    }

    /** Tells those whose vote is asked for and who have not voted. */
    void asked(Change change, String why, String key) {
        Set<String> voted =
                change.approval()
                        .current()
                        .map(vote -> vote.principal().id())
                        .collect(Collectors.toSet());
        Set<Role> roles =
                change.approval().authorities().stream()
                        .flatMap(authority -> authority.roles().stream())
                        .collect(Collectors.toSet());
        Set<String> voters =
                Electorate.electors(people, change.center()).stream()
                        .filter(elector -> elector.roles().stream().anyMatch(roles::contains))
                        .map(Electorate.Elector::id)
                        .filter(id -> !voted.contains(id) && !VotingRights.isOwn(change, id))
                        .collect(Collectors.toSet());
        Set<String> to = new HashSet<>(voters);
        delegations.of(SELF, change.center()).stream()
                .filter(one -> voters.contains(one.facts().holder().id()))
                .map(one -> one.facts().delegate().id())
                .filter(id -> !VotingRights.isOwn(change, id))
                .forEach(to::add);
        tell(change, to, ChangeTopics.ASKED, why, key);
    }

    /** Tells those who wrote it and do it, unless they did this themselves. */
    void concerned(
            Change change, Optional<String> actor, NoticeTopic topic, String what, String key) {
        Set<String> to =
                Stream.concat(Stream.of(change.requester()), change.implementer().stream())
                        .map(Who::id)
                        .filter(id -> !actor.equals(Optional.of(id)))
                        .collect(Collectors.toSet());
        tell(change, to, topic, what, key);
    }

    /** Tells who does it. */
    void implementer(Change change, String actor, String key) {
        Set<String> to =
                change.implementer().map(Who::id).filter(id -> !id.equals(actor)).stream()
                        .collect(Collectors.toSet());
        tell(change, to, ChangeTopics.MINE, "You are to do", key);
    }

    /** Tells those who lead changes in the center, and those concerned. */
    void leading(Change change, NoticeTopic topic, String what, String key) {
        Set<String> to =
                people.holding(SELF, change.center(), LEADING).stream()
                        .map(Person::id)
                        .collect(Collectors.toCollection(HashSet::new));
        to.add(change.requester().id());
        change.implementer().map(Who::id).ifPresent(to::add);
        tell(change, to, topic, what, key);
    }

    private void tell(Change change, Set<String> to, NoticeTopic topic, String what, String key) {
        if (to.isEmpty()) {
            return;
        }
        String title = what + ": " + change.number() + ", " + change.facts().title();
        notices.post(
                SELF,
                new NoticeDraft(
                        to,
                        topic.name(),
                        title.substring(0, Math.min(title.length(), MAX_TITLE)),
                        change.facts().what().orElse(""),
                        "/changes/" + change.id(),
                        change.center(),
                        key));
    }
}
