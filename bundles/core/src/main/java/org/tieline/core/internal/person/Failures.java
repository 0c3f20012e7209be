package org.tieline.core.internal.person;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.FieldChange;
import org.tieline.api.person.Person;
import org.tieline.store.Ids;
import org.tieline.store.Transaction;

/**
 * Failed sign-ins in a row, counted for each of a person's {@link KnownOrigins}, and what they end
 * in: a lock where strangers come from, a growing pause on a device of the person's own.
 */
public final class Failures {
    /** How long a failure on a known device counts. */
    public static final Duration REMEMBERED = Duration.ofDays(1);

    /** The pause after as many failures as lock elsewhere; it doubles with each further one. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private static final int MOST_COUNTED = 20;

    private static final Table<Record> FAILURE = table("core", "sign_in_failure");
    private static final Field<String> ID = text(FAILURE, "id");
    private static final Field<String> PERSON = text(FAILURE, "person");
    private static final Field<String> ORIGIN = text(FAILURE, "origin");
    private static final Field<Instant> FAILED = time(FAILURE, "failed");

    private static final Table<Record> LOCK = table("core", "sign_in_lock");
    private static final Field<String> OF_PERSON = text(LOCK, "person");
    private static final Field<String> LOCKED_ORIGIN = text(LOCK, "origin");
    private static final Field<Instant> LOCKED = time(LOCK, "locked");

    private Failures() {}

    /** Counts a failure; true if it is one too many within the window. */
    public static boolean add(
            DSLContext sql, String person, String origin, Instant now, int most, Duration window) {
        sql.deleteFrom(FAILURE)
                .where(PERSON.eq(person), ORIGIN.eq(origin), FAILED.le(now.minus(window)))
                .execute();
        sql.insertInto(FAILURE)
                .set(ID, Ids.next())
                .set(PERSON, person)
                .set(ORIGIN, origin)
                .set(FAILED, now)
                .execute();
        return sql.fetchCount(FAILURE, PERSON.eq(person), ORIGIN.eq(origin)) >= most;
    }

    /**
     * Tells how long the next attempt from a known device has to wait.
     *
     * @param free how many failures have no pause
     * @param longest no pause is longer
     */
    public static Optional<Duration> pause(
            DSLContext sql, String person, String origin, Instant now, int free, Duration longest) {
        List<Instant> times =
                sql.select(FAILED)
                        .from(FAILURE)
                        .where(PERSON.eq(person), ORIGIN.eq(origin))
                        .and(FAILED.gt(now.minus(REMEMBERED)))
                        .orderBy(FAILED.desc())
                        .limit(free + MOST_COUNTED)
                        .fetch(FAILED);
        if (times.size() < free) {
            return Optional.empty();
        }
        Duration grown = FIRST_PAUSE.multipliedBy(1L << (times.size() - free));
        Duration whole = grown.compareTo(longest) < 0 ? grown : longest;
        return Optional.of(Duration.between(now, times.get(0).plus(whole)))
                .filter(left -> !left.isNegative() && !left.isZero());
    }

    public static void forget(DSLContext sql, String person, String origin) {
        sql.deleteFrom(FAILURE).where(PERSON.eq(person), ORIGIN.eq(origin)).execute();
    }

    public static boolean isLocked(DSLContext sql, String person, String origin) {
        return sql.fetchExists(LOCK, OF_PERSON.eq(person), LOCKED_ORIGIN.eq(origin));
    }

    /** Locks the sign-in from an origin; sessions and other origins go on. */
    public static void lock(Transaction tx, Person person, String origin, Instant now) {
        tx.sql()
                .insertInto(LOCK)
                .set(OF_PERSON, person.id())
                .set(LOCKED_ORIGIN, origin)
                .set(LOCKED, now)
                .execute();
        tx.sql()
                .update(PersonTable.PERSON)
                .set(PersonTable.LOCKED, now)
                .where(PersonTable.ID.eq(person.id()))
                .execute();
        tx.journal(
                person.facts().center(),
                Person.ref(person.id()),
                person.version(),
                "locked",
                List.of(
                        new FieldChange(
                                "locked",
                                person.locked().map(Instant::toString),
                                Optional.of(now.toString()))));
    }

    /** Releases all locks, if there are any, and forgets the failures. */
    public static void unlock(Transaction tx, Person person) {
        tx.sql().deleteFrom(FAILURE).where(PERSON.eq(person.id())).execute();
        tx.sql().deleteFrom(LOCK).where(OF_PERSON.eq(person.id())).execute();
        if (person.locked().isEmpty()) {
            return;
        }
        tx.sql()
                .update(PersonTable.PERSON)
                .setNull(PersonTable.LOCKED)
                .where(PersonTable.ID.eq(person.id()))
                .execute();
        tx.journal(
                person.facts().center(),
                Person.ref(person.id()),
                person.version(),
                "unlocked",
                List.of(
                        new FieldChange(
                                "locked",
                                person.locked().map(Instant::toString),
                                Optional.empty())));
    }

    public static void purge(DSLContext sql, Instant now) {
        sql.deleteFrom(FAILURE).where(FAILED.le(now.minus(REMEMBERED))).execute();
    }
}
