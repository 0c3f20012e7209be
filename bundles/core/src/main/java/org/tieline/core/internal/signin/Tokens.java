package org.tieline.core.internal.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.error.Unavailable;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.Token;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.internal.person.AccountTable;
import org.tieline.core.internal.person.Grants;
import org.tieline.core.internal.person.TokenTable;
import org.tieline.core.signin.Origin;
import org.tieline.store.Store;

/**
 * Finds the caller of a token in one query. That a token was used, or refused, is in the journal
 * once an hour for each network address and node.
 */
final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Grants ROLES = Grants.OF_ACCOUNTS;
    private static final String ALL = "*";

    private static final Field<?>[] COLUMNS = {
        TokenTable.ID,
        TokenTable.SCOPES,
        TokenTable.EXPIRES,
        TokenTable.REVOKED,
        AccountTable.ID,
        AccountTable.NAME,
        AccountTable.CENTER,
        AccountTable.ACTIVE,
        ROLES.center,
        ROLES.role
    };

    /** In plain JDBC, as every request of a machine passes here. */
    private static final String BY_SECRET =
            "select token.id, scopes, expires, revoked, service_account.id, service_account.name,"
                    + " service_account.center, active, account_grant.center, role_name"
                    + " from core.token as token join core.service_account as service_account"
                    + " on service_account.id = token.account"
                    + " left join core.account_grant as account_grant"
                    + " on account_grant.account = service_account.id"
                    + " where secret_hash = ?";

    private final Store store;
    private final Clock clock;
    private final AddressThrottle unknown;
    private final SignInFailures failures;
    private final Cache<List<String>, Boolean> noted =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(1, TimeUnit.HOURS).build();

    Tokens(Store store, Clock clock, SignInSettings settings, SignInFailures failures) {
        this.failures = failures;
        this.store = store;
        this.clock = clock;
        unknown = new AddressThrottle(settings.addressFailures(), settings.addressWindow(), clock);
    }

    Caller caller(String secret, Origin origin) {
        List<Record> rows = store.read(sql -> rows(sql, Secrets.hash(secret)));
        if (rows.isEmpty()) {
            failures.add("unknown token");
            throw unknown(origin);
        }
        Record row = rows.get(0);
        List<RoleGrant> grants =
                rows.stream()
                        .filter(one -> one.get(ROLES.center) != null)
                        .map(ROLES::grant)
                        .toList();
        Set<String> scopes = TokenTable.scopes(row);
        Caller caller =
                Callers.of(
                        row.get(AccountTable.ID),
                        row.get(AccountTable.NAME),
                        grants,
                        Optional.of(scopes).filter(limits -> !limits.contains(ALL)),
                        origin);
        Instant now = clock.instant();
        Optional<String> fault = fault(row, now);
        if (fault.isPresent()) {
            failures.add("refused token");
            note(caller, row, "refused", fault, now);
            throw new Unauthenticated(fault.get());
        }
        note(caller, row, "used", Optional.empty(), now);
        return caller;
    }

    private RuntimeException unknown(Origin origin) {
        var wait = unknown.wait(origin.address());
        if (wait.isPresent()) {
            return Attempts.tooMany(wait.get());
        }
        unknown.failed(origin.address());
        LOG.info("A token that nobody has was presented from {}", origin.address());
        return new Unauthenticated("This token is unknown. Send \"Authorization: Bearer tl_...\".");
    }

    private static List<Record> rows(DSLContext sql, String hash) {
        return sql.connectionResult(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(BY_SECRET)) {
                        query.setString(1, hash);
                        return List.copyOf(sql.fetch(query.executeQuery(), COLUMNS));
                    }
                });
    }

    private static Optional<String> fault(Record row, Instant now) {
        if (row.get(TokenTable.REVOKED) != null) {
            return Optional.of("This token was revoked. Use another.");
        }
        if (!row.get(TokenTable.EXPIRES).isAfter(now)) {
            return Optional.of("This token expired. Use a new one.");
        }
        return row.get(AccountTable.ACTIVE)
                ? Optional.empty()
                : Optional.of("The service account of this token is not active.");
    }

    private void note(
            Caller caller, Record row, String action, Optional<String> reason, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        String id = row.get(TokenTable.ID);
        List<String> once =
                List.of(id, action, caller.actor().address().orElse(""), hour.toString());
        if (noted.asMap().putIfAbsent(once, true) != null) {
            return;
        }
        try {
            store.write(
                    caller,
                    tx -> {
                        if (reason.isEmpty()) {
                            used(tx.sql(), id, hour);
                        }
                        tx.journal(
                                row.get(AccountTable.CENTER),
                                Token.ref(id),
                                0,
                                action,
                                reason.map(
                                                why ->
                                                        List.of(
                                                                new FieldChange(
                                                                        "reason",
                                                                        Optional.empty(),
                                                                        reason)))
                                        .orElse(List.of()));
                        return null;
                    });
        } catch (Unavailable e) {
            noted.invalidate(once);
            LOG.warn("The use of a token could not be noted: {}", e.getMessage());
        }
    }

    private static void used(DSLContext sql, String id, Instant hour) {
        sql.update(TokenTable.TOKEN)
                .set(TokenTable.LAST_USED, hour)
                .where(TokenTable.ID.eq(id))
                .execute();
    }
}
