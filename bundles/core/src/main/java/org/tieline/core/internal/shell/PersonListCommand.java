package org.tieline.core.internal.shell;

import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.record.EnumNames;
import org.tieline.core.shell.Pages;

/** {@code tieline:person-list} */
@Service
@Command(scope = "tieline", name = "person-list", description = "Lists people by login")
public final class PersonListCommand implements Action {
    @Reference private People people;

    @Argument(name = "text", description = "Only those whose login or name contains it")
    private String text;

    @Option(name = "--center", description = "Only those of this center")
    private String center;

    @Option(name = "--after", description = "Goes on where the page before ended")
    private String after;

    @Override
    public Object execute() {
        Page<Person> page =
                people.list(
                        Caller.shell(),
                        Optional.ofNullable(center),
                        Optional.ofNullable(text),
                        Pages.request(after));
        ShellTable table = new ShellTable().emptyTableText("No people");
        table.column("Login");
        table.column("Name");
        table.column("Center");
        table.column("State");
        table.column("Roles");
        page.items()
                .forEach(
                        person ->
                                table.addRow()
                                        .addContent(
                                                person.facts().login(),
                                                person.facts().name(),
                                                person.facts().center(),
                                                state(person),
                                                roles(person)));
        table.print(System.out);
        Pages.printNext(page);
        return null;
    }

    private static String state(Person person) {
        if (!person.facts().active()) {
            return "left";
        }
        if (person.locked().isPresent()) {
            return "locked";
        }
        return person.passwordSet() ? "active" : "to be invited";
    }

    private static String roles(Person person) {
        TreeMap<String, String> roles = new TreeMap<>();
        person.facts()
                .roles()
                .forEach(
                        grant ->
                                roles.merge(
                                        grant.center(),
                                        EnumNames.of(grant.role()),
                                        (some, more) -> some + "+" + more));
        return roles.toString();
    }
}
