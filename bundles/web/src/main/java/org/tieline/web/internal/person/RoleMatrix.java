package org.tieline.web.internal.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.api.person.RoleGrant;
import org.tieline.web.Form;
import org.tieline.web.internal.CenterChoices;
import org.tieline.web.internal.Directory;

/**
 * Roles by center, as a table to tick: a row for each center concerned, a column for each role.
 *
 * @param rows the centers
 * @param more the centers that can be added in one more row
 */
public record RoleMatrix(List<Row> rows, CenterChoices more) {
    /** The name of the check boxes; their value is {@code center:ROLE}. */
    public static final String FIELD = "roles";

    static final String MORE_CENTER = "moreCenter";
    static final String MORE_ROLE = "moreRole";

    /**
     * A center's row.
     *
     * @param held the roles ticked
     * @param open whether the caller may change it
     */
    public record Row(String center, String name, Set<Role> held, boolean open) {
        public String value(Role role) {
            return center + ":" + role.name();
        }
    }

    public List<Role> roles() {
        return List.of(Role.values());
    }

    static RoleMatrix of(
            Caller caller,
            Access access,
            Operation edit,
            Directory directory,
            String home,
            Set<RoleGrant> grants) {
        Set<String> shown = new LinkedHashSet<>();
        if (!home.isEmpty()) {
            shown.add(home);
        }
        grants.stream().map(RoleGrant::center).sorted().forEach(shown::add);
        if (access.allows(caller, edit, Caller.EVERYWHERE)) {
            shown.add(Caller.EVERYWHERE);
        }
        List<Row> rows = new ArrayList<>();
        for (String center : shown) {
            Set<Role> held = new HashSet<>();
            grants.stream()
                    .filter(grant -> grant.center().equals(center))
                    .forEach(grant -> held.add(grant.role()));
            rows.add(
                    new Row(
                            center,
                            name(directory, center),
                            held,
                            access.allows(caller, edit, center)));
        }
        shown.add(Caller.EVERYWHERE);
        CenterChoices more = directory.choices(access, edit).without(shown);
        return new RoleMatrix(rows, more);
    }

    /** The roles that a form names; those in rows that were closed to the caller are kept. */
    static Set<RoleGrant> sent(
            Form form, Directory directory, Set<RoleGrant> before, Set<String> closed) {
        Set<RoleGrant> grants = new LinkedHashSet<>();
        before.stream().filter(grant -> closed.contains(grant.center())).forEach(grants::add);
        for (String value : form.values(FIELD)) {
            int colon = value.lastIndexOf(':');
            if (colon > 0) {
                role(value.substring(colon + 1))
                        .map(role -> new RoleGrant(value.substring(0, colon), role))
                        .forEach(grants::add);
            }
        }
        form.optional(MORE_CENTER)
                .ifPresent(
                        center ->
                                form.values(MORE_ROLE).stream()
                                        .flatMap(RoleMatrix::role)
                                        .map(role -> new RoleGrant(directory.id(center), role))
                                        .forEach(grants::add));
        return grants;
    }

    private static Stream<Role> role(String name) {
        return Stream.of(Role.values()).filter(role -> role.name().equals(name));
    }

    private static String name(Directory directory, String id) {
        return id.equals(Caller.EVERYWHERE) ? "Everywhere" : directory.name(id);
    }
}
