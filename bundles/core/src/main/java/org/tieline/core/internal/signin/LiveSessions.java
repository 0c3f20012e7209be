package org.tieline.core.internal.signin;

import static org.tieline.core.internal.credential.Sessions.ENDS_AT;
import static org.tieline.core.internal.credential.Sessions.LAST_USED;
import static org.tieline.core.internal.credential.Sessions.PLACE;
import static org.tieline.core.internal.credential.Sessions.SECRET_HASH;
import static org.tieline.core.internal.credential.Sessions.SESSION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Unavailable;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.internal.credential.Sessions;
import org.tieline.core.internal.person.Grants;
import org.tieline.core.internal.person.PersonTable;
import org.tieline.core.internal.position.PositionTable;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.Session;
import org.tieline.store.Store;

/** Finds the session that a browser presents, with the roles held now, in one query. */
final class LiveSessions {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);
    private static final Caller SELF = Caller.system("sign-in");
    private static final Grants ROLES = Grants.OF_PEOPLE;

    /** The last use is written at most this often. */
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final Store store;
    private final Clock clock;
    private final SignInSettings settings;

    LiveSessions(Store store, Clock clock, SignInSettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    Optional<Session> find(String secret, Origin origin) {
        String hash = Secrets.hash(secret);
        List<Record> rows = store.read(sql -> rows(sql, hash, origin));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Record row = rows.get(0);
        List<RoleGrant> grants =
                rows.stream()
                        .filter(one -> one.get(ROLES.center) != null)
                        .map(ROLES::grant)
                        .toList();
        Caller caller =
                Callers.of(
                        row.get(PersonTable.ID),
                        row.get(PersonTable.NAME),
                        grants,
                        Optional.empty(),
                        origin);
        Optional<String> place =
                Optional.ofNullable(row.get(PositionTable.ID))
                        .filter(id -> !caller.rolesIn(row.get(PositionTable.CENTER)).isEmpty());
        Instant now = clock.instant();
        Instant used = row.get(LAST_USED);
        boolean idle = place.isEmpty() && !used.plus(settings.idle()).isAfter(now);
        if (idle || !row.get(ENDS_AT).isAfter(now)) {
            return Optional.empty();
        }
        if (!used.plus(TOUCH).isAfter(now) || !Objects.equals(row.get(PLACE), place.orElse(null))) {
            touch(hash, place, now);
            used = now;
        }
        Instant idleEnd = used.plus(settings.idle());
        return Optional.of(
                new Session(
                        secret,
                        caller,
                        Secrets.derive(secret, "csrf"),
                        row.get(PersonTable.CENTER),
                        place.isPresent() ? Optional.empty() : Optional.of(idleEnd),
                        row.get(ENDS_AT),
                        expired(row.get(PersonTable.PASSWORD_CHANGED), now),
                        Optional.empty()));
    }

    private static List<Record> rows(DSLContext sql, String hash, Origin origin) {
        String position = origin.position().map(Secrets::hash).orElse("");
        return sql.select(
                        PersonTable.ID,
                        PersonTable.NAME,
                        PersonTable.CENTER,
                        PersonTable.PASSWORD_CHANGED,
                        LAST_USED,
                        ENDS_AT,
                        PLACE,
                        ROLES.center,
                        ROLES.role,
                        PositionTable.ID,
                        PositionTable.CENTER)
                .from(SESSION)
                .join(PersonTable.PERSON)
                .on(PersonTable.ID.eq(Sessions.PERSON))
                .leftJoin(ROLES.table)
                .on(ROLES.holder.eq(PersonTable.ID))
                .leftJoin(PositionTable.POSITION)
                .on(PositionTable.SECRET_HASH.eq(position), PositionTable.REVOKED.isNull())
                .where(SECRET_HASH.eq(hash))
                .and(PersonTable.ACTIVE.isTrue())
                .fetch()
                .map(row -> row);
    }

    /** A store that cannot write now must not keep anybody from reading. */
    private void touch(String hash, Optional<String> place, Instant now) {
        try {
            store.write(
                    SELF,
                    tx -> {
                        Sessions.touch(tx.sql(), hash, place, now);
                        return null;
                    });
        } catch (Unavailable e) {
            LOG.warn("The use of a session could not be noted: {}", e.getMessage());
        }
    }

    private boolean expired(Instant changed, Instant now) {
        return settings.passwordDays() > 0
                && (changed == null
                        || !changed.plus(Duration.ofDays(settings.passwordDays())).isAfter(now));
    }
}
