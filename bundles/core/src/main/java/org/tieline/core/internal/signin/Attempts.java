package org.tieline.core.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.TooMany;
import org.tieline.api.person.Person;
import org.tieline.core.internal.person.Failures;
import org.tieline.core.internal.person.PersonTable;
import org.tieline.core.signin.Origin;
import org.tieline.store.Store;

/** What comes of a failure: the journal line, the lock, the pause for the address. */
final class Attempts {
    private static final RecordRef NOBODY = Person.ref("unknown");

    private final Store store;
    private final Clock clock;
    private final SignInSettings settings;
    private final AddressThrottle addresses;
    private final AddressThrottle pausesNoted;
    private final UnknownLogins unknownLogins;
    private final SignInFailures failures;

    Attempts(Store store, Clock clock, SignInSettings settings, SignInFailures failures) {
        this.failures = failures;
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        addresses =
                new AddressThrottle(settings.addressFailures(), settings.addressWindow(), clock);
        pausesNoted = new AddressThrottle(1, settings.addressWindow(), clock);
        unknownLogins = new UnknownLogins(settings, clock);
    }

    /**
     * @throws TooMany if too many attempts from this address failed; the first is in the journal
     */
    void admit(Origin origin) {
        Optional<Duration> wait = addresses.wait(KnownOrigins.network(origin.address()));
        if (wait.isEmpty()) {
            return;
        }
        failures.add("too many from this address");
        if (pausesNoted.wait(KnownOrigins.network(origin.address())).isEmpty()) {
            pausesNoted.failed(KnownOrigins.network(origin.address()));
            journalNobody(origin, "too many failures from this address");
        }
        throw tooMany(wait.get());
    }

    static TooMany tooMany(Duration wait) {
        return new TooMany(
                "Too many attempts from this network address failed. Try again in "
                        + (wait.toMinutes() + 1)
                        + " minutes.",
                wait.plusSeconds(1));
    }

    /** Notes a failure with a login that nobody has; true if it looks locked now. */
    boolean failedUnknown(String login, Origin origin) {
        addresses.failed(KnownOrigins.network(origin.address()));
        failures.add("unknown login");
        journalNobody(origin, "unknown login");
        return unknownLogins.failed(PersonTable.key(login));
    }

    void failedCode(Origin origin) {
        addresses.failed(KnownOrigins.network(origin.address()));
        failures.add("one-time code");
        journalNobody(origin, "one-time code");
    }

    private void journalNobody(Origin origin, String reason) {
        store.write(
                Callers.anonymous(origin),
                tx -> {
                    tx.journal(Caller.EVERYWHERE, NOBODY, 0, "sign-in-failed", reason(reason));
                    return null;
                });
    }

    /**
     * @throws TooMany if a device that is known has to wait after failures on it
     */
    void admit(String person, String from) {
        if (!KnownOrigins.isTrusted(from)) {
            return;
        }
        store.read(
                        sql ->
                                Failures.pause(
                                        sql,
                                        person,
                                        from,
                                        clock.instant(),
                                        settings.lockFailures(),
                                        settings.lockWindow()))
                .ifPresent(
                        wait -> {
                            throw new TooMany(
                                    "Too many wrong passwords on this device. Try again in "
                                            + spell(wait)
                                            + ".",
                                    wait.plusSeconds(1));
                        });
    }

    private static String spell(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        return seconds <= 90 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }

    /**
     * Notes a failure of a person; true if the sign-in is locked now where it came from. What comes
     * from a device of the person's own is no burden to others behind the same address.
     */
    boolean failed(String id, String from, Origin origin) {
        boolean trusted = KnownOrigins.isTrusted(from);
        if (!trusted) {
            addresses.failed(KnownOrigins.network(origin.address()));
        }
        Instant now = clock.instant();
        return store.write(
                Callers.anonymous(origin),
                tx -> {
                    Person person = PersonTable.lock(tx.sql(), id).orElseThrow();
                    boolean locked = Failures.isLocked(tx.sql(), id, from);
                    String why = locked ? "locked" : why(person);
                    tx.afterCommit(() -> failures.add(why));
                    tx.journal(
                            person.facts().center(),
                            Person.ref(id),
                            person.version(),
                            "sign-in-failed",
                            reason(why));
                    if (locked) {
                        return true;
                    }
                    boolean tooMany =
                            Failures.add(
                                    tx.sql(),
                                    id,
                                    from,
                                    now,
                                    settings.lockFailures(),
                                    trusted ? Failures.REMEMBERED : settings.lockWindow());
                    if (tooMany && !trusted) {
                        Failures.lock(tx, person, from, now);
                        return true;
                    }
                    return false;
                });
    }

    private static String why(Person person) {
        if (!person.facts().active()) {
            return "not active";
        }
        return person.passwordSet() ? "wrong password" : "no password yet";
    }

    private static List<FieldChange> reason(String reason) {
        return List.of(new FieldChange("reason", Optional.empty(), Optional.of(reason)));
    }
}
