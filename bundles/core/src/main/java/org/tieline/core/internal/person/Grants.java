package org.tieline.core.internal.person;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Role;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.record.EnumNames;

/** The rows in which the roles of people, or of service accounts, are kept. */
public final class Grants {
    public static final Grants OF_PEOPLE = new Grants("role_grant", "person");
    public static final Grants OF_ACCOUNTS = new Grants("account_grant", "account");

    public final Table<Record> table;
    public final Field<String> holder;
    public final Field<String> center;
    public final Field<String> role;

    private Grants(String table, String holder) {
        this.table = table("core", table);
        this.holder = text(this.table, holder);
        center = text(this.table, "center");
        role = text(this.table, "role_name");
    }

    /** Returns the roles that each of them holds; nothing for who holds none. */
    Map<String, Set<RoleGrant>> of(DSLContext sql, Collection<String> holders) {
        return sql
                .select(holder, center, role)
                .from(table)
                .where(holder.in(holders))
                .fetch()
                .stream()
                .collect(groupingBy(row -> row.get(holder), mapping(this::grant, toSet())));
    }

    void replace(DSLContext sql, String id, Set<RoleGrant> grants) {
        sql.deleteFrom(table).where(holder.eq(id)).execute();
        for (RoleGrant grant : grants) {
            sql.insertInto(table)
                    .set(holder, id)
                    .set(center, grant.center())
                    .set(role, EnumNames.of(grant.role()))
                    .execute();
        }
    }

    public RoleGrant grant(Record row) {
        return new RoleGrant(row.get(center), EnumNames.parse(Role.class, row.get(role)));
    }
}
