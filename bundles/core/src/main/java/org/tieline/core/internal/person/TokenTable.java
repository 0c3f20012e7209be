package org.tieline.core.internal.person;

import static org.jooq.impl.DSL.noCondition;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.person.Token;
import org.tieline.api.person.TokenDraft;
import org.tieline.store.Columns;

/** The tokens' rows. */
public final class TokenTable {
    public static final Table<Record> TOKEN = table("core", "token");
    public static final Field<String> ID = text(TOKEN, "id");
    public static final Field<String> ACCOUNT = text(TOKEN, "account");
    public static final Field<String> SCOPES = text(TOKEN, "scopes");
    public static final Field<String> SECRET_HASH = text(TOKEN, "secret_hash");
    public static final Field<Instant> EXPIRES = time(TOKEN, "expires");
    public static final Field<Instant> LAST_USED = time(TOKEN, "last_used");
    public static final Field<Instant> REVOKED = time(TOKEN, "revoked");
    private static final Field<String> LABEL = text(TOKEN, "label");
    private static final Field<Instant> CREATED = time(TOKEN, "created");
    private static final List<Field<?>> COLUMNS =
            List.of(ID, ACCOUNT, LABEL, SCOPES, EXPIRES, CREATED, LAST_USED, REVOKED);

    private TokenTable() {}

    static Optional<Token> find(DSLContext sql, String account, String id) {
        return sql.select(COLUMNS)
                .from(TOKEN)
                .where(ID.eq(id), ACCOUNT.eq(account))
                .fetchOptional(TokenTable::token);
    }

    static Optional<Token> lock(DSLContext sql, String account, String id) {
        Columns.lock(sql, TOKEN, LABEL, ID.eq(id));
        return find(sql, account, id);
    }

    /** Returns the tokens of an account, newest first: ids grow with time. */
    static List<Token> list(DSLContext sql, String account, Optional<String> before, int most) {
        return sql.select(COLUMNS)
                .from(TOKEN)
                .where(ACCOUNT.eq(account), before.map(ID::lt).orElse(noCondition()))
                .orderBy(ID.desc())
                .limit(most)
                .fetch(TokenTable::token);
    }

    static void insert(DSLContext sql, Token token, String secretHash) {
        sql.insertInto(TOKEN)
                .set(ID, token.id())
                .set(ACCOUNT, token.account())
                .set(LABEL, token.facts().label())
                .set(SCOPES, String.join(" ", new TreeSet<>(token.facts().scopes())))
                .set(SECRET_HASH, secretHash)
                .set(EXPIRES, token.facts().expires())
                .set(CREATED, token.created())
                .execute();
    }

    static void revoke(DSLContext sql, String id, Instant now) {
        sql.update(TOKEN).set(REVOKED, now).where(ID.eq(id)).execute();
    }

    public static Set<String> scopes(Record row) {
        return Set.of(row.get(SCOPES).split(" "));
    }

    private static Token token(Record row) {
        return new Token(
                row.get(ID),
                row.get(ACCOUNT),
                new TokenDraft(row.get(LABEL), scopes(row), row.get(EXPIRES)),
                row.get(CREATED),
                Optional.ofNullable(row.get(LAST_USED)),
                Optional.ofNullable(row.get(REVOKED)));
    }
}
