package org.tieline.rest.internal;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.store.Database;
import org.tieline.store.Schema;
import org.tieline.store.Store;

/** The answers of writes that came under an Idempotency-Key, for seven days. Thread-safe. */
final class KeptAnswers {
    static final Duration KEPT = Duration.ofDays(7);

    private static final Caller SELF = Caller.system("answers");
    private static final Table<Record> ANSWER = table("api", "answer");
    private static final Field<String> CALLER = text(ANSWER, "caller");
    private static final Field<String> KEY = text(ANSWER, "idempotency_key");
    private static final Field<String> FINGERPRINT = text(ANSWER, "fingerprint");
    private static final Field<Integer> STATUS = place(ANSWER, "status");
    private static final Field<String> LOCATION = text(ANSWER, "location");
    private static final Field<String> TAG = text(ANSWER, "tag");
    private static final Field<String> BODY = text(ANSWER, "body");
    private static final Field<Instant> AT = time(ANSWER, "happened_at");

    private final Store store;

    KeptAnswers(Database database) {
        store = database.open(new Schema("api", KeptAnswers.class, List.of("001-answers.sql")));
    }

    /**
     * An answer.
     *
     * @param fingerprint of the request that it answered
     * @param body JSON; empty for none
     */
    record Kept(
            String fingerprint,
            int status,
            Optional<String> location,
            Optional<String> tag,
            Optional<String> body) {}

    Optional<Kept> find(Caller caller, String key) {
        return store.read(
                sql ->
                        sql.select(FINGERPRINT, STATUS, LOCATION, TAG, BODY)
                                .from(ANSWER)
                                .where(CALLER.eq(caller.actor().id()), KEY.eq(key))
                                .fetchOptional(
                                        row ->
                                                new Kept(
                                                        row.get(FINGERPRINT),
                                                        row.get(STATUS),
                                                        Optional.ofNullable(row.get(LOCATION)),
                                                        Optional.ofNullable(row.get(TAG)),
                                                        Optional.ofNullable(row.get(BODY)))));
    }

    /** Keeps an answer, unless there is one already. */
    void keep(Caller caller, Idempotency write, Kept answer) {
        store.write(
                SELF,
                tx ->
                        tx.sql()
                                .insertInto(ANSWER)
                                .set(CALLER, caller.actor().id())
                                .set(KEY, write.key())
                                .set(FINGERPRINT, answer.fingerprint())
                                .set(STATUS, answer.status())
                                .set(LOCATION, answer.location().orElse(null))
                                .set(TAG, answer.tag().orElse(null))
                                .set(BODY, answer.body().orElse(null))
                                .set(AT, tx.now())
                                .execute());
    }

    /** Forgets what is older than it need be. */
    void purge() {
        store.write(
                SELF,
                tx -> tx.sql().deleteFrom(ANSWER).where(AT.lt(tx.now().minus(KEPT))).execute());
    }
}
