package org.tieline.discussion.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.Changes;
import org.tieline.api.discussion.Comments;
import org.tieline.api.discussion.Watchers;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.Rights;
import org.tieline.spi.DemoRecords;

/**
 * What the people of the demonstration county say about its CAD upgrade. They watch it, so that
 * each is told what the other said. Without changes there is nothing to say.
 */
@Component
public final class DiscussionDemo implements DemoRecords {
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    private final Comments comments;
    private final Watchers watchers;
    private final People people;
    private final Changes changes;

    @Activate
    public DiscussionDemo(
            @Reference Comments comments,
            @Reference Watchers watchers,
            @Reference People people,
            @Reference(
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    Changes changes) {
        this.comments = comments;
        this.watchers = watchers;
        this.people = people;
        this.changes = changes;
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public void write(Caller caller) {
        if (changes == null) {
            return;
        }
        changes.list(caller, ChangeFilter.of(COUNTY), MOST).items().stream()
                .filter(change -> change.title().contains("CAD"))
                .findFirst()
                .map(change -> Change.ref(change.id()))
                .filter(change -> comments.list(caller, change, MOST).items().isEmpty())
                .ifPresent(change -> talk(caller, change));
    }

    private void talk(Caller caller, RecordRef change) {
        List<Person> county =
                people.list(caller, Optional.of(COUNTY), Optional.empty(), MOST).items();
        Caller staff = as(county, Role.STAFF);
        Caller leader = as(county, Role.CHANGE_MANAGER);
        Caller manager = as(county, Role.CENTER_MANAGER);
        List.of(staff, leader, manager).forEach(one -> watchers.watch(one, change));
        comments.write(
                staff,
                change,
                "During the last upgrade the run cards were gone for the first hour. Can we print"
                        + " them before, for every position?");
        comments.write(
                leader,
                change,
                "Good point, it is a step of its own now. The vendor's notes are at"
                        + " https://cad.example.com/release-notes");
        comments.write(manager, change, "The backup center knows and has two people more on.");
    }

    private static Caller as(List<Person> people, Role role) {
        return people.stream()
                .filter(person -> person.facts().roles().contains(new RoleGrant(COUNTY, role)))
                .findFirst()
                .map(Rights::of)
                .orElseThrow(() -> new IllegalStateException("Nobody is " + role));
    }
}
