package org.tieline.api.person;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.tieline.api.RecordRef;

/**
 * A person who can sign in.
 *
 * @param id a UUID
 * @param facts what is said of them
 * @param locked since when sign-in is locked after too many failures, from somewhere at least:
 *     devices on which the person has signed in before go on; empty when it is not locked
 * @param passwordSet false until the person has chosen a password through their one-time link
 * @param lastSignIn when they last signed in
 * @param version counts changes, from 1
 * @param created when the person was added
 * @param updated when last changed
 */
public record Person(
        String id,
        PersonDraft facts,
        Optional<Instant> locked,
        boolean passwordSet,
        Optional<Instant> lastSignIn,
        long version,
        Instant created,
        Instant updated) {
    public static final String KIND = "person";

    public Person {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(locked, "locked");
        Objects.requireNonNull(lastSignIn, "lastSignIn");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
    }

    public static RecordRef ref(String id) {
        return new RecordRef(KIND, id);
    }
}
