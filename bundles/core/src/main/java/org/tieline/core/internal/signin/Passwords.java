package org.tieline.core.internal.signin;

import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.FieldChange;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.core.internal.center.CenterTable;
import org.tieline.core.internal.person.PersonTable;
import org.tieline.core.record.Validation;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** Sets passwords: checked, hashed, and not one of the last. */
final class Passwords {
    private static final Table<Record> HISTORY = table("core", "password_history");
    private static final Field<String> ID = text(HISTORY, "id");
    private static final Field<String> PERSON = text(HISTORY, "person");
    private static final Field<String> HASH = text(HISTORY, "password_hash");

    private static final int MOST_CENTERS = 50;

    private final Store store;
    private final SignInSettings settings;
    private final Hashing hashing;
    private final PasswordPolicy policy;

    Passwords(Store store, SignInSettings settings, Hashing hashing) {
        this.store = store;
        this.settings = settings;
        this.hashing = hashing;
        this.policy = new PasswordPolicy(settings);
    }

    /**
     * Checks a new password and hashes it, which takes its time and so is done outside of the
     * transaction that sets it.
     *
     * @param field what the password is called where it comes from
     * @throws Invalid if it is not acceptable; says why
     */
    String accept(String field, Person person, String password) {
        Validation.refuse(check(field, password, person.facts()), List.of());
        if (settings.passwordHistory() > 0 && wasUsed(person.id(), password)) {
            throw new Invalid(
                    new FieldError(
                            field,
                            "must not be one of the last "
                                    + settings.passwordHistory()
                                    + "; choose one that you have not used here"));
        }
        return hashing.hash(password);
    }

    /** Returns what is wrong with the first password of somebody. */
    List<FieldError> check(String field, String password, PersonDraft facts) {
        return policy.fault(password, facts.login(), facts.name(), around(facts))
                .map(fault -> List.of(new FieldError(field, fault)))
                .orElse(List.of());
    }

    private List<String> around(PersonDraft facts) {
        Set<String> ids = new LinkedHashSet<>(List.of(facts.center()));
        facts.roles().forEach(grant -> ids.add(grant.center()));
        List<String> names = new ArrayList<>();
        facts.email().ifPresent(names::add);
        ids.stream()
                .limit(MOST_CENTERS)
                .forEach(
                        id -> {
                            names.add(id);
                            store.read(sql -> CenterTable.find(sql, id))
                                    .ifPresent(center -> names.add(center.facts().name()));
                        });
        return names;
    }

    String hash(String password) {
        return hashing.hash(password);
    }

    private boolean wasUsed(String person, String password) {
        return store.read(sql -> last(sql, person)).stream()
                .anyMatch(hash -> hashing.matches(password, hash));
    }

    private List<String> last(DSLContext sql, String person) {
        return sql.select(HASH)
                .from(HISTORY)
                .where(PERSON.eq(person))
                .orderBy(ID.desc())
                .limit(settings.passwordHistory())
                .fetch(HASH);
    }

    void set(Transaction tx, Person person, String hash, Instant now) {
        tx.sql()
                .update(PersonTable.PERSON)
                .set(PersonTable.PASSWORD_HASH, hash)
                .set(PersonTable.PASSWORD_CHANGED, now)
                .where(PersonTable.ID.eq(person.id()))
                .execute();
        tx.sql()
                .insertInto(HISTORY)
                .set(ID, Ids.next())
                .set(PERSON, person.id())
                .set(HASH, hash)
                .execute();
        forgetOlder(tx.sql(), person.id());
        tx.journal(
                person.facts().center(),
                Person.ref(person.id()),
                person.version(),
                "password-changed",
                List.of(new FieldChange("password", Optional.empty(), Optional.empty())));
    }

    private void forgetOlder(DSLContext sql, String person) {
        List<String> kept =
                sql.select(ID)
                        .from(HISTORY)
                        .where(PERSON.eq(person))
                        .orderBy(ID.desc())
                        .limit(settings.passwordHistory())
                        .fetch(ID);
        sql.deleteFrom(HISTORY).where(PERSON.eq(person), ID.notIn(kept)).execute();
    }

    /** Keeps the same password at a higher cost. */
    static void rehash(DSLContext sql, String person, String hash) {
        sql.update(PersonTable.PERSON)
                .set(PersonTable.PASSWORD_HASH, hash)
                .where(PersonTable.ID.eq(person))
                .execute();
    }
}
