package org.tieline.core.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.record.EnumNames;

/** Reads what was typed. */
public final class ShellOptions {
    private ShellOptions() {}

    public static <E extends Enum<E>> E oneOf(Class<E> type, String option, String text) {
        try {
            return EnumNames.parse(type, text);
        } catch (IllegalArgumentException e) {
            List<String> known =
                    List.of(type.getEnumConstants()).stream().map(EnumNames::of).toList();
            throw new IllegalArgumentException(
                    option + " must be one of " + String.join(", ", known) + ", not " + text, e);
        }
    }

    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    "The time zone must be a region such as America/Chicago, not " + text, e);
        }
    }

    public static Optional<Instant> time(String option, String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " must be a time such as 2026-11-21T20:00:00Z, not " + text, e);
        }
    }

    /** Finds the person of a login, whatever its case. */
    public static Person person(People people, String login) {
        PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, Optional.empty());
        while (true) {
            Page<Person> page =
                    people.list(Caller.shell(), Optional.empty(), Optional.of(login), request);
            Optional<Person> found =
                    page.items().stream()
                            .filter(person -> person.facts().login().equalsIgnoreCase(login))
                            .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (page.next().isEmpty()) {
                throw new NotFound(Person.ref(login.toLowerCase(Locale.ROOT)));
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
    }
}
