package org.tieline.core.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tieline.api.person.People;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:person-invite LOGIN} */
@Service
@Command(
        scope = "tieline",
        name = "person-invite",
        description = "Prints a one-time link with which a person chooses a new password")
public final class PersonInviteCommand implements Action {
    @Reference private People people;

    @Argument(name = "login", description = "Whose", required = true)
    private String login;

    @Override
    public Object execute() {
        return Invitation.of(people, ShellOptions.person(people, login));
    }
}
