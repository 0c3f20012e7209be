package org.tieline.change.internal.record;

import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.record.Who;
import org.tieline.store.Columns;

/** A table of one kind of parts: several rows for each record that has them, in their order. */
public abstract class PartTable<T> {
    private final Table<Record> table;
    private final Field<String> owner;
    private final Field<Integer> place;
    private final List<Field<?>> columns = new ArrayList<>();

    /**
     * @param owner the column with the id of the record that has the parts
     */
    PartTable(String name, String owner) {
        table = Columns.table(ChangeTable.SCHEMA, name);
        this.owner = column(text(table, owner));
        place = column(place(table, "place"));
    }

    final Field<String> words(String name) {
        return column(text(table, name));
    }

    final Field<Integer> count(String name) {
        return column(place(table, name));
    }

    final Field<Long> minutes(String name) {
        return column(number(table, name));
    }

    final Field<Boolean> yes(String name) {
        return column(flag(table, name));
    }

    final Field<Instant> moment(String name) {
        return column(time(table, name));
    }

    private <V> Field<V> column(Field<V> field) {
        columns.add(field);
        return field;
    }

    /** Returns the values of the columns, in the order in which they were named. */
    abstract List<?> values(T part);

    abstract T part(Record row);

    public final List<T> of(DSLContext sql, String id) {
        return sql.select(columns).from(table).where(owner.eq(id)).orderBy(place).fetch(this::part);
    }

    /** Returns the parts of several records by their ids; nothing for those that have none. */
    public final Map<String, List<T>> of(DSLContext sql, Collection<String> ids) {
        return sql.select(columns).from(table).where(owner.in(ids)).orderBy(place).fetch().stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.get(owner),
                                Collectors.mapping(this::part, Collectors.toList())));
    }

    public final void replace(DSLContext sql, String id, List<T> before, List<T> after) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            sql.deleteFrom(table).where(owner.eq(id)).execute();
        }
        if (!after.isEmpty()) {
            InsertValuesStepN<Record> insert = sql.insertInto(table, columns);
            for (int i = 0; i < after.size(); i++) {
                List<Object> row = new ArrayList<>(List.of(id, i));
                row.addAll(values(after.get(i)));
                insert.values(row);
            }
            insert.execute();
        }
    }

    public static Long minutes(Optional<Duration> duration) {
        return duration.map(Duration::toMinutes).orElse(null);
    }

    public static Optional<Duration> duration(Long minutes) {
        return Optional.ofNullable(minutes).map(Duration::ofMinutes);
    }

    public static Optional<Who> who(Record row, Field<String> id, Field<String> name) {
        return Optional.ofNullable(row.get(id)).map(one -> new Who(one, row.get(name)));
    }

    public static String id(Optional<Who> who) {
        return who.map(Who::id).orElse(null);
    }

    public static String name(Optional<Who> who) {
        return who.map(Who::name).orElse(null);
    }
}
