package org.tieline.core.internal.signin;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.core.internal.credential.Secrets;
import org.tieline.core.signin.Origin;

/**
 * From where somebody has signed in before: devices by what their browser keeps, and network
 * addresses. Attempts from each of these are counted apart from those that come from elsewhere, so
 * that a stranger can use up no attempts but the stranger's own.
 */
final class KnownOrigins {
    /** All origins that are not known for a person, together. */
    static final String ELSEWHERE = "elsewhere";

    /** What has not been used for so long is forgotten. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final String DEVICE = "device ";
    private static final String ADDRESS = "address ";
    private static final String SESSION = "session ";
    private static final int MOST = 20;

    private static final Table<Record> KNOWN = table("core", "known_origin");
    private static final Field<String> PERSON = text(KNOWN, "person");
    private static final Field<String> ORIGIN = text(KNOWN, "origin");
    private static final Field<Instant> LAST_USED = time(KNOWN, "last_used");

    private KnownOrigins() {}

    private static Optional<String> device(Origin origin) {
        return origin.device().map(secret -> DEVICE + Secrets.hash(secret));
    }

    private static String address(Origin origin) {
        return ADDRESS + network(origin.address());
    }

    /** Somebody with an IPv6 address has 2^64 of them: they count as one. */
    static String network(String address) {
        if (address.indexOf(':') < 0 || !address.matches("[0-9A-Fa-f:.]{2,45}")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed.getAddress().length == 16
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** Returns what an attempt at a person's sign-in counts for. */
    static String of(DSLContext sql, String person, Origin origin) {
        String address = address(origin);
        List<String> asked =
                device(origin).map(one -> List.of(one, address)).orElse(List.of(address));
        return sql
                .select(ORIGIN)
                .from(KNOWN)
                .where(PERSON.eq(person), ORIGIN.in(asked))
                .fetch(ORIGIN)
                .stream()
                .max(String::compareTo)
                .orElse(ELSEWHERE);
    }

    /** Returns what an attempt counts for that is made in a live session. */
    static String of(DSLContext sql, String person, Origin origin, String session) {
        String known = of(sql, person, origin);
        return isTrusted(known) ? known : SESSION + Secrets.hash(session);
    }

    /** A device or session, unlike an address, is not shared with strangers. */
    static boolean isTrusted(String origin) {
        return origin.startsWith(DEVICE) || origin.startsWith(SESSION);
    }

    /**
     * Knows the browser and the address from now on; the person's row must be locked.
     *
     * @return what the browser is to keep: what it presented if it was known for anybody
     */
    static String add(DSLContext sql, String person, Origin origin, Instant now) {
        String secret =
                origin.device()
                        .filter(
                                shown ->
                                        sql.fetchExists(
                                                KNOWN, ORIGIN.eq(DEVICE + Secrets.hash(shown))))
                        .orElseGet(Secrets::random);
        add(sql, person, DEVICE, Secrets.hash(secret), now);
        addAddress(sql, person, origin, now);
        return secret;
    }

    static void addAddress(DSLContext sql, String person, Origin origin, Instant now) {
        add(sql, person, ADDRESS, network(origin.address()), now);
    }

    private static void add(DSLContext sql, String person, String kind, String name, Instant now) {
        String origin = kind + name;
        int known =
                sql.update(KNOWN)
                        .set(LAST_USED, now)
                        .where(PERSON.eq(person), ORIGIN.eq(origin))
                        .execute();
        if (known == 0) {
            sql.insertInto(KNOWN)
                    .set(PERSON, person)
                    .set(ORIGIN, origin)
                    .set(LAST_USED, now)
                    .execute();
            List<String> older =
                    sql
                            .select(ORIGIN)
                            .from(KNOWN)
                            .where(PERSON.eq(person))
                            .orderBy(LAST_USED.desc(), ORIGIN)
                            .fetch(ORIGIN)
                            .stream()
                            .filter(one -> one.startsWith(kind) && !one.equals(origin))
                            .skip(MOST - 1L)
                            .toList();
            sql.deleteFrom(KNOWN).where(PERSON.eq(person), ORIGIN.in(older)).execute();
        }
    }

    /** Forgets all that is known of a person. */
    static void forget(DSLContext sql, String person) {
        sql.deleteFrom(KNOWN).where(PERSON.eq(person)).execute();
    }

    /** Forgets all that is known of a person but for where this comes from. */
    static void forgetOthers(DSLContext sql, String person, Origin origin) {
        sql.deleteFrom(KNOWN)
                .where(PERSON.eq(person), ORIGIN.ne(address(origin)))
                .and(ORIGIN.ne(device(origin).orElse("")))
                .execute();
    }

    static void purge(DSLContext sql, Instant now) {
        sql.deleteFrom(KNOWN).where(LAST_USED.le(now.minus(KEPT))).execute();
    }
}
