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
import org.tieline.core.internal.credential.Sessions;
import org.tieline.store.Ids;
import org.tieline.store.Transaction;

/** Failed sign-ins in a row, and the lock that they end in. */
public final class Failures {
    private static final Table<Record> FAILURE = table("core", "sign_in_failure");
    private static final Field<String> ID = text(FAILURE, "id");
    private static final Field<String> PERSON = text(FAILURE, "person");
    private static final Field<Instant> FAILED = time(FAILURE, "failed");

    private Failures() {}

    /** Counts a failure; true if it is one too many within the window. */
    public static boolean add(
            DSLContext sql, String person, Instant now, int most, Duration window) {
        sql.deleteFrom(FAILURE).where(PERSON.eq(person), FAILED.le(now.minus(window))).execute();
        sql.insertInto(FAILURE).set(ID, Ids.next()).set(PERSON, person).set(FAILED, now).execute();
        return sql.fetchCount(FAILURE, PERSON.eq(person)) >= most;
    }

    public static void forget(DSLContext sql, String person) {
        sql.deleteFrom(FAILURE).where(PERSON.eq(person)).execute();
    }

    public static void lock(Transaction tx, Person person, Instant now) {
        tx.sql()
                .update(PersonTable.PERSON)
                .set(PersonTable.LOCKED, now)
                .where(PersonTable.ID.eq(person.id()))
                .execute();
        Sessions.end(tx.sql(), person.id());
        tx.journal(
                person.facts().center(),
                Person.ref(person.id()),
                person.version(),
                "locked",
                List.of(new FieldChange("locked", Optional.empty(), Optional.of(now.toString()))));
    }

    /** Releases the lock, if there is one, and forgets the failures. */
    public static void unlock(Transaction tx, Person person) {
        forget(tx.sql(), person.id());
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
}
