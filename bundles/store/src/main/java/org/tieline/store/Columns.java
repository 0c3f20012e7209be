package org.tieline.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** How tables and their columns are named and typed. */
public final class Columns {
    private Columns() {}

    public static Table<Record> table(String schema, String table) {
        return DSL.table(name(schema, table));
    }

    public static Field<String> text(Table<Record> table, String column) {
        return field(table.getQualifiedName().append(column), Types.TEXT);
    }

    public static Field<Long> number(Table<Record> table, String column) {
        return field(table.getQualifiedName().append(column), Types.NUMBER);
    }

    public static Field<Integer> place(Table<Record> table, String column) {
        return field(table.getQualifiedName().append(column), Types.PLACE);
    }

    public static Field<Boolean> flag(Table<Record> table, String column) {
        return field(table.getQualifiedName().append(column), Types.FLAG);
    }

    public static Field<Instant> time(Table<Record> table, String column) {
        return field(table.getQualifiedName().append(column), Types.INSTANT);
    }

    /**
     * Keeps others from changing rows until the transaction ends. By writing: Derby lets go of a
     * lock that was only read.
     */
    public static <T> void lock(DSLContext sql, Table<Record> table, Field<T> any, Condition rows) {
        sql.update(table).set(any, any).where(rows).execute();
    }
}
