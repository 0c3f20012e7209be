package org.tieline.core.internal.credential;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The rows of those who are signed in. */
public final class Sessions {
    public static final Table<Record> SESSION = table("core", "browser_session");
    public static final Field<String> SECRET_HASH = text(SESSION, "secret_hash");
    public static final Field<String> PERSON = text(SESSION, "person");
    public static final Field<String> PLACE = text(SESSION, "place");
    public static final Field<Instant> LAST_USED = time(SESSION, "last_used");
    public static final Field<Instant> ENDS_AT = time(SESSION, "ends_at");

    private Sessions() {}

    public static void insert(
            DSLContext sql, String secretHash, String person, Instant now, Instant end) {
        sql.insertInto(SESSION)
                .set(SECRET_HASH, secretHash)
                .set(PERSON, person)
                .set(LAST_USED, now)
                .set(ENDS_AT, end)
                .execute();
    }

    public static void touch(
            DSLContext sql, String secretHash, Optional<String> place, Instant now) {
        sql.update(SESSION)
                .set(LAST_USED, now)
                .set(PLACE, place.orElse(null))
                .where(SECRET_HASH.eq(secretHash))
                .execute();
    }

    /** Ends one session; false if it had ended. */
    public static boolean endOne(DSLContext sql, String secretHash) {
        return sql.deleteFrom(SESSION).where(SECRET_HASH.eq(secretHash)).execute() == 1;
    }

    /** Ends all sessions of a person. */
    public static void end(DSLContext sql, String person) {
        sql.deleteFrom(SESSION).where(PERSON.eq(person)).execute();
    }

    /** Gives a session another secret; false if it has ended. */
    public static boolean renew(DSLContext sql, String secretHash, String next) {
        return sql.update(SESSION)
                        .set(SECRET_HASH, next)
                        .where(SECRET_HASH.eq(secretHash))
                        .execute()
                == 1;
    }

    public static void endOthers(DSLContext sql, String person, String secretHash) {
        sql.deleteFrom(SESSION).where(PERSON.eq(person), SECRET_HASH.ne(secretHash)).execute();
    }

    /** Removes what ended, at its end or by lying idle anywhere but on a dispatch position. */
    public static void purge(DSLContext sql, Instant now, Instant idleSince) {
        sql.deleteFrom(SESSION).where(ENDS_AT.le(now)).execute();
        sql.deleteFrom(SESSION).where(LAST_USED.le(idleSince), PLACE.isNull()).execute();
    }
}
