package org.tieline.core.internal.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:person-create [--center ID] LOGIN NAME ROLE...} */
@Service
@Command(
        scope = "tieline",
        name = "person-create",
        description = "Adds a person and prints the one-time link to choose a password")
public final class PersonCreateCommand implements Action {
    @Reference private People people;

    @Argument(index = 0, name = "login", description = "The name to sign in with", required = true)
    private String login;

    @Argument(index = 1, name = "name", description = "The name to show", required = true)
    private String name;

    @Option(
            name = "--center",
            description = "Id of the home center; without it, the installation itself")
    private String center = Caller.EVERYWHERE;

    @Argument(
            index = 2,
            name = "roles",
            description =
                    "Roles in the home center: reader, staff, change-manager, center-manager,"
                            + " administrator, coordinator",
            required = true,
            multiValued = true)
    private List<String> roles;

    @Override
    public Object execute() {
        Set<RoleGrant> grants = new HashSet<>();
        roles.forEach(
                role ->
                        grants.add(
                                new RoleGrant(
                                        center, ShellOptions.oneOf(Role.class, "A role", role))));
        Person person =
                people.create(
                        Caller.shell(),
                        new PersonDraft(login, name, Optional.empty(), center, true, grants));
        return Invitation.of(people, person);
    }
}
