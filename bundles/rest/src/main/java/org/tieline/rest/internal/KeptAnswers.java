package org.tieline.rest.internal;

import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Idempotency;
import org.tieline.api.error.Conflict;
import org.tieline.core.record.UniqueKey;
import org.tieline.store.Database;
import org.tieline.store.Rounds;
import org.tieline.store.Schema;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * The answers of writes that came under an Idempotency-Key, for seven days. They are written a
 * moment after they were given, many at once, so that nobody waits for it. Thread-safe.
 */
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

    private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 500;

    private final Store store;
    private final Map<Under, Kept> waiting = new ConcurrentHashMap<>();
    private final Rounds writing = new Rounds("keeping answers");

    KeptAnswers(Database database) {
        store = database.open(new Schema("api", KeptAnswers.class, List.of("001-answers.sql")));
        writing.begin(ROUND, ROUND, this::write);
    }

    private record Under(String caller, String key) {
        static Under of(Caller caller, String key) {
            return new Under(caller.actor().id(), key);
        }
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
        return Optional.ofNullable(waiting.get(Under.of(caller, key)))
                .or(() -> written(caller, key));
    }

    private Optional<Kept> written(Caller caller, String key) {
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
        if (waiting.size() >= MOST_WAITING) {
            write();
        }
        waiting.putIfAbsent(Under.of(caller, write.key()), answer);
        writing.wake();
    }

    /** Writes what waits; returns when all of it is written. */
    private synchronized void write() {
        List<Map.Entry<Under, Kept>> some = List.copyOf(waiting.entrySet());
        try {
            write(some);
        } catch (Conflict e) {
            some.forEach(this::writeAlone);
        }
        some.forEach(one -> waiting.remove(one.getKey(), one.getValue()));
    }

    private void writeAlone(Map.Entry<Under, Kept> one) {
        try {
            write(List.of(one));
        } catch (Conflict e) {
            LOG.debug("Another node has kept the answer under {}", one.getKey().key());
        }
    }

    private void write(List<Map.Entry<Under, Kept>> some) {
        if (some.isEmpty()) {
            return;
        }
        UniqueKey.orConflict(
                "There is an answer under this key already.",
                () ->
                        store.write(
                                SELF,
                                tx -> {
                                    some.forEach(one -> insert(tx, one.getKey(), one.getValue()));
                                    return null;
                                }));
    }

    private static void insert(Transaction tx, Under under, Kept answer) {
        tx.sql()
                .insertInto(ANSWER)
                .set(CALLER, under.caller())
                .set(KEY, under.key())
                .set(FINGERPRINT, answer.fingerprint())
                .set(STATUS, answer.status())
                .set(LOCATION, answer.location().orElse(null))
                .set(TAG, answer.tag().orElse(null))
                .set(BODY, answer.body().orElse(null))
                .set(AT, tx.now())
                .execute();
    }

    /** Writes what waits, and takes no more. */
    void stop() {
        writing.stop();
        write();
    }

    /** Forgets what is older than it need be. */
    void purge() {
        store.write(
                SELF,
                tx -> tx.sql().deleteFrom(ANSWER).where(AT.lt(tx.now().minus(KEPT))).execute());
    }
}
