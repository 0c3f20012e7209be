package org.tieline.core.internal.person;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Reach;
import org.tieline.api.person.RoleGrant;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.ServiceAccountDraft;
import org.tieline.store.Columns;

/** The service accounts' rows. */
public final class AccountTable {
    public static final Table<Record> ACCOUNT = table("core", "service_account");
    public static final Field<String> ID = text(ACCOUNT, "id");
    public static final Field<String> NAME = text(ACCOUNT, "name");
    public static final Field<String> CENTER = text(ACCOUNT, "center");
    public static final Field<Boolean> ACTIVE = flag(ACCOUNT, "active");
    private static final Field<String> NAME_KEY = text(ACCOUNT, "name_key");
    private static final Field<Long> VERSION = number(ACCOUNT, "version");
    private static final Field<Instant> CREATED = time(ACCOUNT, "created");
    private static final Field<Instant> UPDATED = time(ACCOUNT, "updated");
    private static final List<Field<?>> COLUMNS =
            List.of(ID, NAME, NAME_KEY, CENTER, ACTIVE, VERSION, CREATED, UPDATED);

    private AccountTable() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static Optional<ServiceAccount> find(DSLContext sql, String id) {
        return read(sql, sql.select(COLUMNS).from(ACCOUNT).where(ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    static Optional<ServiceAccount> lock(DSLContext sql, String id) {
        Columns.lock(sql, ACCOUNT, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /** Returns the accounts within reach by name and id, after those of the key. */
    static List<ServiceAccount> list(
            DSLContext sql, Reach reach, Optional<List<String>> after, int most) {
        Condition wanted =
                after.map(
                                key ->
                                        NAME_KEY.ge(key.get(0))
                                                .and(row(NAME_KEY, ID).gt(key.get(0), key.get(1))))
                        // makes Derby read the index instead of sorting all
                        .orElseGet(() -> NAME_KEY.ge(""))
                        .and(reach.everywhere() ? noCondition() : CENTER.in(reach.centers()));
        return read(
                sql,
                sql.select(COLUMNS)
                        .from(ACCOUNT)
                        .where(wanted)
                        .orderBy(NAME_KEY, ID)
                        .limit(most)
                        .fetch());
    }

    static void insert(DSLContext sql, ServiceAccount account) {
        ServiceAccountDraft facts = account.facts();
        sql.insertInto(ACCOUNT)
                .set(ID, account.id())
                .set(NAME, facts.name())
                .set(NAME_KEY, key(facts.name()))
                .set(CENTER, facts.center())
                .set(ACTIVE, facts.active())
                .set(VERSION, account.version())
                .set(CREATED, account.created())
                .set(UPDATED, account.updated())
                .execute();
        Grants.OF_ACCOUNTS.replace(sql, account.id(), facts.roles());
    }

    static void update(DSLContext sql, ServiceAccount account) {
        ServiceAccountDraft facts = account.facts();
        sql.update(ACCOUNT)
                .set(NAME, facts.name())
                .set(NAME_KEY, key(facts.name()))
                .set(CENTER, facts.center())
                .set(ACTIVE, facts.active())
                .set(VERSION, account.version())
                .set(UPDATED, account.updated())
                .where(ID.eq(account.id()))
                .execute();
        Grants.OF_ACCOUNTS.replace(sql, account.id(), facts.roles());
    }

    private static List<ServiceAccount> read(DSLContext sql, List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Set<RoleGrant>> grants =
                Grants.OF_ACCOUNTS.of(sql, rows.stream().map(row -> row.get(ID)).toList());
        return rows.stream()
                .map(
                        row ->
                                new ServiceAccount(
                                        row.get(ID),
                                        new ServiceAccountDraft(
                                                row.get(NAME),
                                                row.get(CENTER),
                                                row.get(ACTIVE),
                                                grants.getOrDefault(row.get(ID), Set.of())),
                                        row.get(VERSION),
                                        row.get(CREATED),
                                        row.get(UPDATED)))
                .toList();
    }
}
