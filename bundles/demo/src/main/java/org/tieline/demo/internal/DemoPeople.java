package org.tieline.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.api.access.Role;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;

/** The demonstration people: one in every role of each center. */
final class DemoPeople {
    private static final List<Post> POSTS =
            List.of(
                    new Post("reader", Role.READER, "Riley Reader"),
                    new Post("staff", Role.STAFF, "Sam Staff"),
                    new Post("changes", Role.CHANGE_MANAGER, "Chris Changes"),
                    new Post("manager", Role.CENTER_MANAGER, "Morgan Manager"),
                    new Post("admin", Role.ADMINISTRATOR, "Alex Admin"));

    private DemoPeople() {}

    /** Logins are the center's word and the post: {@code harbor-manager}. */
    static List<PersonDraft> all() {
        List<PersonDraft> people = new ArrayList<>();
        for (DemoCenter center : DemoCenter.values()) {
            for (Post post : POSTS) {
                people.add(
                        person(
                                center.word() + "-" + post.word(),
                                post.name(),
                                center.id(),
                                Set.of(new RoleGrant(center.id(), post.role()))));
            }
        }
        people.add(
                person(
                        "county-coordinator",
                        "Casey Coordinator",
                        DemoCenter.HARBOR.id(),
                        List.of(DemoCenter.values()).stream()
                                .map(center -> new RoleGrant(center.id(), Role.COORDINATOR))
                                .collect(Collectors.toSet())));
        return people;
    }

    private static PersonDraft person(
            String login, String name, String center, Set<RoleGrant> roles) {
        return new PersonDraft(login, name, Optional.empty(), center, true, roles);
    }

    private record Post(String word, Role role, String name) {}
}
