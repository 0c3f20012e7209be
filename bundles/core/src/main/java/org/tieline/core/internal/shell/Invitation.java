package org.tieline.core.internal.shell;

import org.tieline.api.access.Caller;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.internal.Address;

/** The one-time link of a person. */
final class Invitation {
    private Invitation() {}

    static String of(People people, Person person) {
        return person.facts().login()
                + " can choose a password here, once, within 24 hours:\n    "
                + Address.of(System.getenv())
                + "/password?code="
                + people.invite(Caller.shell(), person.id());
    }
}
