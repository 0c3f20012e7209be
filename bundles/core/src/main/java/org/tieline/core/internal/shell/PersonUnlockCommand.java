package org.tieline.core.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tieline.api.access.Caller;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:person-unlock LOGIN} */
@Service
@Command(scope = "tieline", name = "person-unlock", description = "Releases a locked sign-in")
public final class PersonUnlockCommand implements Action {
    @Reference private People people;

    @Argument(name = "login", description = "Whose", required = true)
    private String login;

    @Override
    public Object execute() {
        Person person = ShellOptions.person(people, login);
        if (person.locked().isEmpty()) {
            return "Not locked: " + person.facts().login();
        }
        people.unlock(Caller.shell(), person.id());
        return "Released: " + person.facts().login();
    }
}
