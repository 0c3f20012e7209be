package org.tieline.core.feed;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.center.Center;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.access.Rights;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.Validation;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/**
 * The secret addresses of one kind, for programs that cannot sign in. Only the hash of a secret is
 * kept. Whoever knows it sees what its owner may see at that moment, and nothing once the owner may
 * not sign in any more.
 *
 * <p>Their table belongs to the capability and has the columns id, hash, owner, center, name,
 * created and revoked, an index on owner and id, and a unique one on hash.
 */
public final class SecretAddresses {
    /** How many addresses of one kind a person may have. */
    public static final int MOST = 20;

    private static final Caller SELF = Caller.system("addresses");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Table<Record> CENTERS = table("core", "center");
    private static final Field<String> CENTER_ID = text(CENTERS, "id");
    private static final int BYTES = 32;
    private static final int MAX_NAME = 120;

    private final Store store;
    private final Access access;
    private final People people;
    private final Operation operation;
    private final String kind;
    private final Table<Record> table;
    private final Field<String> id;
    private final Field<String> hash;
    private final Field<String> owner;
    private final Field<String> center;
    private final Field<String> name;
    private final Field<Instant> created;
    private final Field<Instant> revoked;

    /**
     * @param operation what its owner must be allowed to do in its center, when it is made and read
     * @param kind the kind of record that the journal names
     */
    public SecretAddresses(
            Store store,
            Access access,
            People people,
            Operation operation,
            String kind,
            Table<Record> table) {
        this.store = store;
        this.access = access;
        this.people = people;
        this.operation = operation;
        this.kind = kind;
        this.table = table;
        id = text(table, "id");
        hash = text(table, "hash");
        owner = text(table, "owner");
        center = text(table, "center");
        name = text(table, "name");
        created = time(table, "created");
        revoked = time(table, "revoked");
    }

    /** Returns the caller's own addresses that are not taken back. */
    public List<SecretAddress> own(Caller caller) {
        return list(owner.eq(caller.actor().id()));
    }

    private List<SecretAddress> list(Condition wanted) {
        return store.read(
                sql ->
                        sql.select(id, owner, center, name, created)
                                .from(table)
                                .where(wanted, revoked.isNull())
                                .orderBy(id)
                                .limit(MOST)
                                .fetch(
                                        row ->
                                                new SecretAddress(
                                                        row.get(id),
                                                        row.get(owner),
                                                        row.get(center),
                                                        row.get(name),
                                                        row.get(created))));
    }

    /**
     * Makes an address and returns its secret, which cannot be read again.
     *
     * @param more values of further columns of the table
     */
    public String create(Caller caller, String of, String called, Map<Field<?>, ?> more) {
        access.require(caller, operation, ReachCheck.center(of), Center.ref(of));
        Validation.refuse(Texts.check("name", called, MAX_NAME), List.of());
        requirePerson(caller);
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
                    if (!tx.sql().fetchExists(CENTERS, CENTER_ID.eq(of))) {
                        throw new NotFound(Center.ref(of));
                    }
                    String made = Ids.next();
                    tx.sql()
                            .insertInto(table)
                            .set(id, made)
                            .set(hash, hash(secret))
                            .set(owner, caller.actor().id())
                            .set(center, of)
                            .set(name, called)
                            .set(created, tx.now())
                            .set(more)
                            .execute();
                    tx.journal(
                            of,
                            new RecordRef(kind, made),
                            0,
                            "created",
                            JournalFields.NONE.changesTo(JournalFields.NONE.with("name", called)));
                    return made;
                });
        return secret;
    }

    private void requirePerson(Caller caller) {
        try {
            people.get(SELF, caller.actor().id());
        } catch (NotFound e) {
            throw new Conflict(
                    "Such an address belongs to a person. A service account reads with its token.");
        }
    }

    /** Takes one of the caller's own addresses back. */
    public void revoke(Caller caller, String which) {
        SecretAddress address =
                list(id.eq(which).and(owner.eq(caller.actor().id()))).stream()
                        .findFirst()
                        .orElseThrow(() -> new NotFound(new RecordRef(kind, which)));
        store.write(
                caller,
                tx -> {
                    tx.sql().update(table).set(revoked, tx.now()).where(id.eq(which)).execute();
                    tx.journal(
                            address.center(), new RecordRef(kind, which), 0, "revoked", List.of());
                    return which;
                });
    }

    /** Returns the address with this secret. */
    public Optional<SecretAddress> find(String secret) {
        return list(hash.eq(hash(secret))).stream().findFirst();
    }

    /** Returns who looks through an address: its owner, with the rights of this moment. */
    public Optional<Caller> eyes(SecretAddress address) {
        try {
            Person person = people.get(SELF, address.owner());
            return Optional.of(person)
                    .filter(one -> one.facts().active())
                    .map(Rights::of)
                    .filter(caller -> access.allows(caller, operation, address.center()));
        } catch (NotFound e) {
            return Optional.empty();
        }
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
