package org.tieline.core.record;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tieline.api.access.Reach;
import org.tieline.api.record.Named;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Shape.Count;
import org.tieline.core.record.Shape.Part;
import org.tieline.store.Columns;

/**
 * The rows of one kind of record. The table has the columns id, center, state, version, created and
 * updated, a number if the kind has numbers, and one column for each field of the draft: a number,
 * a flag or a time as such, all else as text, a list with commas (of texts, with line feeds)
 * between its values; somebody's id, and their name in a second one. A column is named like its
 * field, words parted by underscores, unless another is given.
 */
public final class RecordTable<D extends java.lang.Record, S extends Enum<S>> {
    private static final int MOST_PARTS = 50;

    private final RecordType<D, S> type;
    private final Table<Record> table;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final Map<String, Field<String>> names = new HashMap<>();
    private final Set<Field<?>> columns = new LinkedHashSet<>();

    public final Field<String> id;
    public final Field<String> center;
    public final Field<String> state;
    private final Field<String> number;
    private final Field<Long> version;
    private final Field<Instant> created;
    private final Field<Instant> updated;

    /**
     * @param named columns that are named otherwise than their field, by the field's name; {@code
     *     id} may be the center, if each has one such record at most
     */
    public RecordTable(RecordType<D, S> type, Table<Record> table, Map<String, String> named) {
        this.type = type;
        this.table = table;
        id = Columns.text(table, named.getOrDefault("id", "id"));
        center = Columns.text(table, "center");
        state = Columns.text(table, "state");
        number = Columns.text(table, "number");
        version = Columns.number(table, "version");
        created = Columns.time(table, "created");
        updated = Columns.time(table, "updated");
        for (Part part : type.shape().parts()) {
            String column = named.getOrDefault(part.name(), snake(part.name()));
            fields.put(part.name(), column(part, column));
            if (Named.class.isAssignableFrom(part.type())) {
                names.put(part.name(), Columns.text(table, column + "_name"));
            }
        }
        columns.addAll(List.of(id, center, state, version, created, updated));
        type.prefix().ifPresent(any -> columns.add(number));
        columns.addAll(fields.values());
        columns.addAll(names.values());
    }

    private Field<?> column(Part part, String name) {
        if (part.count() != Count.MANY) {
            if (part.type() == Instant.class) {
                return Columns.time(table, name);
            } else if (part.type() == Boolean.class) {
                return Columns.flag(table, name);
            } else if (part.type() == Integer.class) {
                return Columns.place(table, name);
            } else if (part.type() == Long.class) {
                return Columns.number(table, name);
            }
        }
        return Columns.text(table, name);
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Returns the column of a field, for what the capability asks of its own. */
    @SuppressWarnings("unchecked")
    public <T> Field<T> field(String name, Class<T> of) {
        Field<?> field = fields.get(type.shape().part(name).name());
        if (field.getType() != of) {
            throw new IllegalArgumentException(name + " is no column of " + of);
        }
        return (Field<T>) field;
    }

    public Optional<Stored<D, S>> find(DSLContext sql, String wanted) {
        return sql.select(columns).from(table).where(id.eq(wanted)).fetchOptional(this::stored);
    }

    /** Finds a record and keeps others from changing it until the transaction ends. */
    public Optional<Stored<D, S>> lock(DSLContext sql, String wanted) {
        Columns.lock(sql, table, version, id.eq(wanted));
        return find(sql, wanted);
    }

    /** Returns at most so many records, in an order. */
    public List<Stored<D, S>> list(
            DSLContext sql, Condition wanted, int most, OrderField<?>... order) {
        return sql.select(columns)
                .from(table)
                .where(wanted)
                .orderBy(order)
                .limit(most)
                .fetch(this::stored);
    }

    @SafeVarargs
    public final Condition in(S... states) {
        return in(Arrays.asList(states));
    }

    private Condition in(Collection<S> states) {
        return state.in(states.stream().map(EnumNames::of).toList());
    }

    /**
     * Returns at most so many records, the newest first. A few centers and states are read one by
     * one, each along its own index, and merged.
     *
     * @param states empty for all
     * @param before only those that are older than the one with this id
     */
    List<Stored<D, S>> newest(
            DSLContext sql,
            Reach reach,
            Set<S> states,
            Optional<String> before,
            Condition wanted,
            int most) {
        Condition older = wanted.and(before.map(id::lt).orElseGet(DSL::noCondition));
        List<Condition> parts = parts(reach, states);
        if (parts.size() > MOST_PARTS) {
            return list(
                    sql,
                    older.and(center.in(reach.centers()))
                            .and(states.isEmpty() ? DSL.noCondition() : in(states)),
                    most,
                    id.desc());
        }
        return parts.stream()
                .flatMap(part -> list(sql, part.and(older), most, id.desc()).stream())
                .sorted(Comparator.comparing((Stored<D, S> record) -> record.id()).reversed())
                .limit(most)
                .toList();
    }

    private List<Condition> parts(Reach reach, Set<S> states) {
        List<Condition> centers =
                reach.everywhere()
                        ? List.of(DSL.noCondition())
                        : reach.centers().stream().map(center::eq).toList();
        List<Condition> each =
                states.isEmpty()
                        ? List.of(DSL.noCondition())
                        : states.stream().map(EnumNames::of).map(state::eq).toList();
        return centers.stream().flatMap(one -> each.stream().map(one::and)).toList();
    }

    public void insert(DSLContext sql, Stored<D, S> record) {
        sql.insertInto(table).set(row(record)).execute();
    }

    public void update(DSLContext sql, Stored<D, S> record) {
        sql.update(table).set(row(record)).where(id.eq(record.id())).execute();
    }

    private Map<Field<?>, Object> row(Stored<D, S> record) {
        Map<Field<?>, Object> row = new HashMap<>();
        row.put(id, record.id());
        row.put(center, record.center());
        row.put(state, EnumNames.of(record.state()));
        record.number().ifPresent(given -> row.put(number, given));
        row.put(version, record.version());
        row.put(created, record.created());
        row.put(updated, record.updated());
        for (Part part : type.shape().parts()) {
            Field<?> field = fields.get(part.name());
            List<Object> values = part.values(record.facts());
            if (names.containsKey(part.name())) {
                Optional<Named> one = values.stream().map(Named.class::cast).findFirst();
                row.put(field, one.map(Named::id).orElse(null));
                row.put(names.get(part.name()), one.map(Named::name).orElse(null));
            } else {
                row.put(field, cell(part, field, values));
            }
        }
        return row;
    }

    private static Object cell(Part part, Field<?> field, List<Object> values) {
        if (part.count() == Count.MANY) {
            return values.stream().map(FieldText::write).collect(joining(separator(part)));
        }
        Object value = values.isEmpty() ? null : values.get(0);
        return value == null || field.getType().isInstance(value) ? value : FieldText.write(value);
    }

    private static String separator(Part part) {
        return part.type() == String.class ? "\n" : ",";
    }

    private Stored<D, S> stored(Record row) {
        return new Stored<>(
                type.ref(row.get(id)),
                row.get(center),
                type.prefix().map(any -> row.get(number)),
                EnumNames.parse(type.lifecycle().states(), row.get(state)),
                type.shape().restore(part -> texts(part, row)),
                row.get(version),
                row.get(created),
                row.get(updated));
    }

    private List<String> texts(Part part, Record row) {
        Object cell = row.get(fields.get(part.name()));
        if (cell != null && names.containsKey(part.name())) {
            return List.of(cell + " " + row.get(names.get(part.name())));
        } else if (cell == null || part.count() == Count.MANY && cell.toString().isEmpty()) {
            return List.of();
        }
        return part.count() == Count.MANY
                ? List.of(cell.toString().split(separator(part)))
                : List.of(cell.toString());
    }
}
