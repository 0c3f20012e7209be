package org.tieline.core.internal.credential;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The codes of invitations and of the first start; only their hashes are kept. */
public final class OneTimeCodes {
    public static final Duration VALID = Duration.ofHours(24);

    private static final Table<Record> CODE = table("core", "one_time_code");
    private static final Field<String> CODE_HASH = text(CODE, "code_hash");
    private static final Field<String> PERSON = text(CODE, "person");
    private static final Field<String> RIGHTS = text(CODE, "rights");
    private static final Field<Instant> EXPIRES = time(CODE, "expires");

    private OneTimeCodes() {}

    /**
     * Makes a code with which a person can choose a password, and ends any earlier one.
     *
     * @param rights the fingerprint of what the person holds; the code counts as long as it is the
     *     same, as whoever made it answered for no more than that
     */
    public static String invite(DSLContext sql, String person, String rights, Instant now) {
        sql.deleteFrom(CODE).where(PERSON.eq(person)).execute();
        return insert(sql, person, rights, now);
    }

    /** Makes a code for the first administrator; those that other nodes printed stay good. */
    public static String setUp(DSLContext sql, Instant now) {
        return insert(sql, null, null, now);
    }

    private static String insert(DSLContext sql, String person, String rights, Instant now) {
        String code = Secrets.random();
        sql.insertInto(CODE)
                .set(CODE_HASH, Secrets.hash(code))
                .set(PERSON, person)
                .set(RIGHTS, rights)
                .set(EXPIRES, now.plus(VALID))
                .execute();
        return code;
    }

    /** Returns whom the code of an invitation is for. */
    public static Optional<String> person(DSLContext sql, String code, Instant now) {
        return sql.select(PERSON)
                .from(CODE)
                .where(CODE_HASH.eq(Secrets.hash(code)), PERSON.isNotNull(), EXPIRES.gt(now))
                .fetchOptional(PERSON);
    }

    /** Uses the code of an invitation up; false if it does not count, or not any more. */
    public static boolean use(
            DSLContext sql, String code, String person, String rights, Instant now) {
        return sql.deleteFrom(CODE)
                        .where(CODE_HASH.eq(Secrets.hash(code)), PERSON.eq(person), EXPIRES.gt(now))
                        .and(RIGHTS.eq(rights).or(RIGHTS.isNull()))
                        .execute()
                == 1;
    }

    /** Uses a code of the first start up, and with it all others; false if it does not count. */
    public static boolean useSetUp(DSLContext sql, String code, Instant now) {
        boolean counts =
                sql.deleteFrom(CODE)
                                .where(
                                        CODE_HASH.eq(Secrets.hash(code)),
                                        PERSON.isNull(),
                                        EXPIRES.gt(now))
                                .execute()
                        == 1;
        sql.deleteFrom(CODE).where(PERSON.isNull()).execute();
        return counts;
    }

    public static boolean isSetUp(DSLContext sql, String code, Instant now) {
        return sql.fetchExists(
                CODE, CODE_HASH.eq(Secrets.hash(code)), PERSON.isNull(), EXPIRES.gt(now));
    }

    public static void purge(DSLContext sql, Instant now) {
        sql.deleteFrom(CODE).where(EXPIRES.le(now)).execute();
    }
}
