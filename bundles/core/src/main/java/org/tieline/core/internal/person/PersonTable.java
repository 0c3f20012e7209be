package org.tieline.core.internal.person;

import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.access.Role;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Search;
import org.tieline.store.Columns;

/** The people's rows. */
public final class PersonTable {
    public static final Table<Record> PERSON = table("core", "person");
    public static final Field<String> ID = text(PERSON, "id");
    public static final Field<String> LOGIN_KEY = text(PERSON, "login_key");
    public static final Field<String> LOGIN = text(PERSON, "login");
    public static final Field<String> NAME = text(PERSON, "name");
    public static final Field<String> CENTER = text(PERSON, "center");
    public static final Field<Boolean> ACTIVE = flag(PERSON, "active");
    public static final Field<String> PASSWORD_HASH = text(PERSON, "password_hash");
    public static final Field<Instant> PASSWORD_CHANGED = time(PERSON, "password_changed");
    public static final Field<Instant> LOCKED = time(PERSON, "locked");
    public static final Field<Instant> LAST_SIGN_IN = time(PERSON, "last_sign_in");
    static final Field<String> SEARCH_TEXT = text(PERSON, "search_text");
    private static final Field<String> EMAIL = text(PERSON, "email");
    private static final Field<Long> VERSION = number(PERSON, "version");
    private static final Field<Instant> CREATED = time(PERSON, "created");
    private static final Field<Instant> UPDATED = time(PERSON, "updated");
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID,
                    LOGIN,
                    NAME,
                    EMAIL,
                    CENTER,
                    ACTIVE,
                    PASSWORD_HASH,
                    LOCKED,
                    LAST_SIGN_IN,
                    VERSION,
                    CREATED,
                    UPDATED);

    private static final Table<Record> CENTER_PERSON = table("core", "center_person");
    private static final Field<String> OF_CENTER = text(CENTER_PERSON, "center");
    private static final Field<String> OF_LOGIN_KEY = text(CENTER_PERSON, "login_key");
    private static final Field<String> OF_PERSON = text(CENTER_PERSON, "person");

    private PersonTable() {}

    public static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    public static Optional<Person> find(DSLContext sql, String id) {
        return read(sql, sql.select(COLUMNS).from(PERSON).where(ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    /** Returns those of these people whom there are. */
    static List<Person> all(DSLContext sql, Collection<String> ids) {
        List<Person> found = new ArrayList<>();
        for (List<String> some : Chunks.of(Set.copyOf(ids))) {
            found.addAll(read(sql, sql.select(COLUMNS).from(PERSON).where(ID.in(some)).fetch()));
        }
        return found;
    }

    /** Finds a person and keeps others from changing them until the transaction ends. */
    public static Optional<Person> lock(DSLContext sql, String id) {
        Columns.lock(sql, PERSON, VERSION, ID.eq(id));
        return find(sql, id);
    }

    /**
     * Returns people by login who belong to a center within reach. The first page has a bound too:
     * it makes Derby read the index instead of sorting all.
     */
    static List<Person> list(
            DSLContext sql, Reach reach, Optional<String> after, Optional<String> text, int most) {
        Condition found = Search.contains(SEARCH_TEXT, text);
        List<String> ids =
                reach.everywhere()
                        ? sql.select(ID)
                                .from(PERSON)
                                .where(found, LOGIN_KEY.gt(after.orElse("")))
                                .orderBy(LOGIN_KEY)
                                .limit(most)
                                .fetch(ID)
                        : sql.selectDistinct(OF_LOGIN_KEY, OF_PERSON)
                                .from(CENTER_PERSON)
                                .join(PERSON)
                                .on(ID.eq(OF_PERSON))
                                .where(OF_CENTER.in(reach.centers()))
                                .and(found)
                                .and(OF_LOGIN_KEY.gt(after.orElse("")))
                                .orderBy(OF_LOGIN_KEY)
                                .limit(most)
                                .fetch(OF_PERSON);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Person> people =
                read(sql, sql.select(COLUMNS).from(PERSON).where(ID.in(ids)).fetch()).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        return ids.stream().map(people::get).toList();
    }

    /** Returns active people by login who hold one of these roles in a center or everywhere. */
    static List<Person> holding(DSLContext sql, String center, Set<Role> roles, int most) {
        List<String> names = roles.stream().map(EnumNames::of).toList();
        List<String> ids =
                sql.selectDistinct(Grants.OF_PEOPLE.holder)
                        .from(Grants.OF_PEOPLE.table)
                        .where(Grants.OF_PEOPLE.center.in(center, Caller.EVERYWHERE))
                        .and(Grants.OF_PEOPLE.role.in(names))
                        .fetch(Grants.OF_PEOPLE.holder);
        return ids.isEmpty()
                ? List.of()
                : read(
                        sql,
                        sql.select(COLUMNS)
                                .from(PERSON)
                                .where(ID.in(ids), ACTIVE.isTrue())
                                .orderBy(LOGIN_KEY)
                                .limit(most)
                                .fetch());
    }

    private static Map<Field<?>, Object> changing(Person person) {
        PersonDraft facts = person.facts();
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(LOGIN, facts.login());
        row.put(LOGIN_KEY, key(facts.login()));
        row.put(NAME, facts.name());
        row.put(SEARCH_TEXT, Search.column(facts.login(), facts.name()));
        row.put(EMAIL, facts.email().orElse(null));
        row.put(CENTER, facts.center());
        row.put(ACTIVE, facts.active());
        row.put(VERSION, person.version());
        row.put(UPDATED, person.updated());
        return row;
    }

    public static void insert(DSLContext sql, Person person) {
        sql.insertInto(PERSON)
                .set(ID, person.id())
                .set(CREATED, person.created())
                .set(changing(person))
                .execute();
        place(sql, person);
    }

    static void update(DSLContext sql, Person person) {
        sql.update(PERSON).set(changing(person)).where(ID.eq(person.id())).execute();
        sql.deleteFrom(CENTER_PERSON).where(OF_PERSON.eq(person.id())).execute();
        place(sql, person);
    }

    private static void place(DSLContext sql, Person person) {
        Grants.OF_PEOPLE.replace(sql, person.id(), person.facts().roles());
        for (String center : centers(person)) {
            sql.insertInto(CENTER_PERSON)
                    .set(OF_CENTER, center)
                    .set(OF_LOGIN_KEY, key(person.facts().login()))
                    .set(OF_PERSON, person.id())
                    .execute();
        }
    }

    /** Returns the home center and those in which the person holds a role. */
    static Set<String> centers(Person person) {
        Set<String> centers = new HashSet<>();
        centers.add(person.facts().center());
        person.facts().roles().stream().map(RoleGrant::center).forEach(centers::add);
        return centers;
    }

    private static List<Person> read(DSLContext sql, Collection<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Set<RoleGrant>> grants =
                Grants.OF_PEOPLE.of(sql, rows.stream().map(row -> row.get(ID)).toList());
        return rows.stream()
                .map(row -> person(row, grants.getOrDefault(row.get(ID), Set.of())))
                .toList();
    }

    private static Person person(Record row, Set<RoleGrant> roles) {
        return new Person(
                row.get(ID),
                new PersonDraft(
                        row.get(LOGIN),
                        row.get(NAME),
                        Optional.ofNullable(row.get(EMAIL)),
                        row.get(CENTER),
                        row.get(ACTIVE),
                        roles),
                Optional.ofNullable(row.get(LOCKED)),
                row.get(PASSWORD_HASH) != null,
                Optional.ofNullable(row.get(LAST_SIGN_IN)),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }
}
