package org.tieline.web.internal.audit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccounts;
import org.tieline.core.access.PlatformOperations;

/** Finds who is meant by a name, among the people and machines that the reader may see. */
final class Actors {
    private static final PageRequest MOST =
            new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());

    private final People people;
    private final ServiceAccounts accounts;
    private final Access access;

    Actors(People people, ServiceAccounts accounts, Access access) {
        this.people = people;
        this.accounts = accounts;
        this.access = access;
    }

    /**
     * Returns the id of whoever has this sign-in name, this name, or alone contains it in theirs;
     * what was typed, as an id or a word such as {@code shell}, if it is nobody's.
     *
     * @throws Invalid if it fits several people
     */
    String id(Caller caller, String typed) {
        List<Person> found =
                may(caller, PlatformOperations.PERSON_READ)
                        ? people.list(caller, Optional.empty(), Optional.of(typed), MOST).items()
                        : List.of();
        Optional<String> login =
                found.stream()
                        .filter(person -> person.facts().login().equalsIgnoreCase(typed))
                        .map(Person::id)
                        .findFirst();
        if (login.isPresent()) {
            return login.get();
        }
        List<Person> named =
                found.stream()
                        .filter(person -> person.facts().name().equalsIgnoreCase(typed))
                        .toList();
        List<Person> meant = named.isEmpty() ? found : named;
        if (meant.size() == 1) {
            return meant.get(0).id();
        }
        Optional<String> machine = machine(caller, typed);
        if (machine.isEmpty() && !meant.isEmpty()) {
            throw new Invalid(
                    new FieldError(
                            "actor",
                            "fits several people. Give a sign-in name, such as "
                                    + meant.stream()
                                            .limit(3)
                                            .map(person -> person.facts().login())
                                            .collect(Collectors.joining(" or "))));
        }
        return machine.orElse(typed);
    }

    private Optional<String> machine(Caller caller, String typed) {
        if (!may(caller, PlatformOperations.ACCOUNT_READ)) {
            return Optional.empty();
        }
        return accounts.list(caller, Optional.empty(), MOST).items().stream()
                .filter(account -> account.facts().name().equalsIgnoreCase(typed))
                .map(ServiceAccount::id)
                .findFirst();
    }

    /** Asked so that a reader who may not leaves no refusal in the journal. */
    private boolean may(Caller caller, Operation operation) {
        Reach reach = access.reach(caller, operation);
        return reach.everywhere() || !reach.centers().isEmpty();
    }
}
