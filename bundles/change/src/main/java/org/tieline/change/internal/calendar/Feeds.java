package org.tieline.change.internal.calendar;

import static org.tieline.change.internal.conflict.CalendarOperations.CALENDAR_FEED;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Actor;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.center.Center;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.change.internal.ChangeStore;
import org.tieline.core.access.Within;
import org.tieline.core.record.Facts;
import org.tieline.core.record.Faults;
import org.tieline.core.record.Texts;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/**
 * The secret addresses of calendars. Only the hash of a secret is kept. Whoever knows it sees what
 * its owner may see at that moment, and nothing once the owner may not sign in any more.
 */
@Component(service = Feeds.class)
public final class Feeds {
    /** How many addresses one person may have. */
    static final int MOST = 20;

    private static final Caller SELF = Caller.system("changes");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int MAX_NAME = 120;

    private static final Table<Record> FEED = table("changes", "calendar_feed");
    private static final Field<String> ID = text(FEED, "id");
    private static final Field<String> HASH = text(FEED, "hash");
    private static final Field<String> OWNER = text(FEED, "owner");
    private static final Field<String> CENTER = text(FEED, "center");
    private static final Field<String> NAME = text(FEED, "name");
    private static final Field<Instant> CREATED = time(FEED, "created");
    private static final Field<Instant> REVOKED = time(FEED, "revoked");

    private final Store store;
    private final Access access;
    private final People people;

    @Activate
    public Feeds(@Reference ChangeStore store, @Reference Access access, @Reference People people) {
        this(store.store(), access, people);
    }

    Feeds(Store store, Access access, People people) {
        this.store = store;
        this.access = access;
        this.people = people;
    }

    /** Returns the caller's own addresses that are not taken back. */
    List<Feed> own(Caller caller) {
        return list(OWNER.eq(caller.actor().id()));
    }

    private List<Feed> list(Condition wanted) {
        return store.read(
                sql ->
                        sql.select(ID, OWNER, CENTER, NAME, CREATED)
                                .from(FEED)
                                .where(wanted, REVOKED.isNull())
                                .orderBy(ID)
                                .limit(MOST)
                                .fetch(
                                        row ->
                                                new Feed(
                                                        row.get(ID),
                                                        row.get(OWNER),
                                                        row.get(CENTER),
                                                        row.get(NAME),
                                                        row.get(CREATED))));
    }

    /** Makes an address and returns its secret, which cannot be read again. */
    String create(Caller caller, String center, String name) {
        access.require(caller, CALENDAR_FEED, Within.center(center), Center.ref(center));
        Faults.refuse(Texts.check("name", name, MAX_NAME), List.of());
        Person owner = people.get(SELF, caller.actor().id());
        if (own(caller).size() >= MOST) {
            throw new Conflict(
                    "You have " + MOST + " addresses already. Take one back that is not used.");
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.write(
                caller,
                tx -> {
                    String id = Ids.next();
                    tx.sql()
                            .insertInto(FEED)
                            .set(ID, id)
                            .set(HASH, hash(secret))
                            .set(OWNER, owner.id())
                            .set(CENTER, center)
                            .set(NAME, name)
                            .set(CREATED, tx.now())
                            .execute();
                    tx.journal(
                            center,
                            new RecordRef(Feed.KIND, id),
                            0,
                            "created",
                            Facts.NONE.changesTo(Facts.NONE.with("name", name)));
                    return id;
                });
        return secret;
    }

    /** Takes one of the caller's own addresses back. */
    void revoke(Caller caller, String id) {
        Feed feed =
                list(ID.eq(id).and(OWNER.eq(caller.actor().id()))).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound(new RecordRef(Feed.KIND, id)));
        store.write(
                caller,
                tx -> {
                    tx.sql().update(FEED).set(REVOKED, tx.now()).where(ID.eq(id)).execute();
                    tx.journal(
                            feed.center(), new RecordRef(Feed.KIND, id), 0, "revoked", List.of());
                    return id;
                });
    }

    /** Returns the address with this secret. */
    Optional<Feed> find(String secret) {
        return list(HASH.eq(hash(secret))).stream().findFirst();
    }

    /** Returns who looks through an address: its owner, with the rights of this moment. */
    Optional<Caller> eyes(Feed feed) {
        try {
            Person person = people.get(SELF, feed.owner());
            return Optional.of(person)
                    .filter(one -> one.facts().active())
                    .map(Feeds::caller)
                    .filter(caller -> access.allows(caller, CALENDAR_FEED, feed.center()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static Caller caller(Person person) {
        Map<String, Set<Role>> roles = new HashMap<>();
        person.facts()
                .roles()
                .forEach(
                        grant ->
                                roles.computeIfAbsent(
                                                grant.center(), any -> EnumSet.noneOf(Role.class))
                                        .add(grant.role()));
        return new Caller(
                new Actor(
                        person.id(),
                        person.facts().name(),
                        Via.API,
                        Optional.empty(),
                        Optional.empty()),
                roles,
                Optional.empty(),
                Optional.empty());
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
