package org.tieline.core.internal.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Unauthenticated;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.internal.credential.OneTimeCodes;
import org.tieline.core.internal.person.Grants;
import org.tieline.core.internal.person.PersonRules;
import org.tieline.core.internal.person.PersonTable;
import org.tieline.core.internal.person.SqlPeople;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** How an installation gets its first administrator. */
final class SetUp {
    private static final Grants ROLES = Grants.OF_PEOPLE;

    private final Store store;
    private final Clock clock;
    private final Passwords passwords;

    SetUp(Store store, Clock clock, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
    }

    boolean needed() {
        return store.read(SetUp::needed);
    }

    private static boolean needed(DSLContext sql) {
        return !sql.fetchExists(
                sql.selectOne()
                        .from(ROLES.table)
                        .join(PersonTable.PERSON)
                        .on(PersonTable.ID.eq(ROLES.holder))
                        .where(ROLES.center.eq(Caller.EVERYWHERE))
                        .and(ROLES.role.eq(EnumNames.of(Role.ADMINISTRATOR)))
                        .and(PersonTable.ACTIVE.isTrue())
                        .and(PersonTable.PASSWORD_HASH.isNotNull()));
    }

    /** Makes a code that counts until it is used, or for {@link OneTimeCodes#VALID}. */
    String code() {
        return store.write(
                Caller.system("set-up"), tx -> OneTimeCodes.setUp(tx.sql(), clock.instant()));
    }

    boolean counts(String code) {
        return store.read(sql -> OneTimeCodes.isSetUp(sql, code, clock.instant()));
    }

    void withCode(Caller caller, String code, String login, String name, String password) {
        Instant now = clock.instant();
        add(
                caller,
                login,
                name,
                password,
                tx -> {
                    if (!OneTimeCodes.useSetUp(tx.sql(), code, now)) {
                        throw badCode();
                    }
                });
    }

    /**
     * Adds the administrator that the environment asks for.
     *
     * @throws Invalid if the password is not acceptable; says why
     * @throws Conflict if there is an administrator by now, or the login is taken
     */
    void withPassword(String login, String password) {
        add(Caller.system("set-up"), login, "Administrator", password, tx -> {});
    }

    static Unauthenticated badCode() {
        return new Unauthenticated(
                "This set-up link was used already or has expired. The last start printed a new"
                        + " one.");
    }

    private void add(Caller caller, String login, String name, String password, Guard guard) {
        PersonDraft facts =
                new PersonDraft(
                        login,
                        name,
                        Optional.empty(),
                        Caller.EVERYWHERE,
                        true,
                        Set.of(new RoleGrant(Caller.EVERYWHERE, Role.ADMINISTRATOR)));
        List<FieldError> errors = new ArrayList<>(PersonRules.check(facts));
        Validation.refuse(errors, passwords.check("password", password, facts));
        String hash = passwords.hash(password);
        Instant now = clock.instant();
        store.write(
                caller,
                tx -> {
                    guard.check(tx);
                    if (!needed(tx.sql())) {
                        throw taken();
                    }
                    Person person =
                            new Person(
                                    Ids.next(),
                                    facts,
                                    Optional.empty(),
                                    false,
                                    Optional.empty(),
                                    1,
                                    tx.now(),
                                    tx.now());
                    SqlPeople.insert(tx, person);
                    passwords.set(tx, person, hash, now);
                    return null;
                });
    }

    static Conflict taken() {
        return new Conflict("This installation has an administrator already. Sign in instead.");
    }

    private interface Guard {
        void check(Transaction tx);
    }
}
