package org.tieline.core.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Inline;

/**
 * The fields of a draft, read once from its {@link Attribute}s: how they are checked, told, filled
 * into a form and built again. A component is a value, an {@link Optional}, a list or a set of
 * values, or a record of its own, whose fields then stand among the others. Immutable.
 */
public final class Shape<R extends Record> {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Map<Class<?>, Class<?>> WRAPPERS =
            Map.of(
                    boolean.class, Boolean.class,
                    int.class, Integer.class,
                    long.class, Long.class,
                    double.class, Double.class);

    private final Class<R> type;
    private final Constructor<R> constructor;
    private final List<Slot> slots;
    private final List<Part> parts;
    private final Set<List<String>> optional;

    /** How many values a field has. */
    public enum Count {
        ONE,
        OPTIONAL,
        MANY
    }

    /**
     * A field.
     *
     * @param name how forms, the journal, faults and the database spell it
     * @param path how the API spells it: the fields from the outermost object on
     * @param type of one value, never a primitive
     * @param distinct whether it has no value twice
     */
    public record Part(
            String name,
            List<String> path,
            Class<?> type,
            Count count,
            boolean distinct,
            Attribute attribute,
            Function<Object, Collection<?>> values) {
        public boolean required() {
            return count == Count.MANY
                    ? attribute.required()
                    : count == Count.ONE && type != Boolean.class;
        }

        /** Returns what a draft says here: a value for each that it has, in their order. */
        public List<Object> values(Record draft) {
            return List.copyOf(values.apply(draft));
        }

        private List<FieldError> check(Object value) {
            if (value instanceof String text) {
                return attribute.multiline()
                        ? Texts.lines(name, text, attribute.max())
                        : Texts.check(name, text, attribute.max());
            }
            if (value instanceof Number number) {
                return range(number.doubleValue(), number.toString());
            }
            return value instanceof Duration length
                    ? range(length.toMinutes(), length.toMinutes() + " minutes")
                    : List.of();
        }

        private List<FieldError> range(double number, String shown) {
            boolean free =
                    attribute.from() == Double.NEGATIVE_INFINITY
                            && attribute.to() == Double.POSITIVE_INFINITY;
            return free || number >= attribute.from() && number <= attribute.to()
                    ? List.of()
                    : List.of(new FieldError(name, "must be " + range() + ", but is " + shown));
        }

        private String range() {
            if (attribute.to() == Double.POSITIVE_INFINITY) {
                return "at least " + plain(attribute.from());
            }
            return attribute.from() == Double.NEGATIVE_INFINITY
                    ? "at most " + plain(attribute.to())
                    : "from " + plain(attribute.from()) + " to " + plain(attribute.to());
        }

        private static String plain(double number) {
            return number == Math.rint(number)
                    ? String.valueOf((long) number)
                    : String.valueOf(number);
        }
    }

    /** A component of the draft: a field, or a record with fields of its own. */
    private interface Slot {
        List<Part> parts();

        /** Returns where something may be left away from what is around it. */
        Stream<List<String>> absent();

        Object build(Function<Part, ? extends Collection<?>> values);
    }

    private Shape(Class<R> type, List<Slot> slots) {
        this.type = type;
        this.constructor = constructor(type);
        this.slots = List.copyOf(slots);
        this.parts = slots.stream().flatMap(slot -> slot.parts().stream()).toList();
        this.optional = slots.stream().flatMap(Slot::absent).collect(Collectors.toSet());
    }

    private static <R extends Record> Constructor<R> constructor(Class<R> type) {
        try {
            Constructor<R> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * @throws IllegalArgumentException if a component has no {@link Attribute}, or is of a type
     *     that no field can have, or two fields have one name
     */
    public static <R extends Record> Shape<R> of(Class<R> type) {
        Shape<R> shape = of(type, List.of(), draft -> draft);
        Set<String> names = shape.parts.stream().map(Part::name).collect(Collectors.toSet());
        if (names.size() < shape.parts.size()) {
            throw new IllegalArgumentException(type.getName() + " has two fields of one name");
        }
        return shape;
    }

    /**
     * @param from leads from the whole draft to this part of it; to null if it is left away
     */
    private static <R extends Record> Shape<R> of(
            Class<R> type, List<String> path, UnaryOperator<Object> from) {
        return new Shape<>(
                type,
                Arrays.stream(type.getRecordComponents())
                        .map(component -> slot(component, path, from))
                        .toList());
    }

    private static Slot slot(
            RecordComponent component, List<String> path, UnaryOperator<Object> from) {
        Class<?> container = component.getType();
        boolean optional = container == Optional.class;
        boolean many = Collection.class.isAssignableFrom(container);
        Class<?> of = optional || many ? element(component) : container;
        UnaryOperator<Object> get = getter(component, from);
        if (of.isRecord() && !many && !FieldText.knows(of)) {
            return new Nested(
                    of(
                            of.asSubclass(Record.class),
                            component.isAnnotationPresent(Inline.class)
                                    ? path
                                    : longer(path, component.getName()),
                            optional ? draft -> inside(get.apply(draft)) : get),
                    optional,
                    path.size() + 1);
        }
        Attribute attribute = component.getAnnotation(Attribute.class);
        Class<?> type = WRAPPERS.getOrDefault(of, of);
        if (attribute == null || !FieldText.knows(type)) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName()
                            + "."
                            + component.getName()
                            + " has no attribute, or is of a type that no field can have");
        }
        return new Leaf(
                new Part(
                        attribute.name().isEmpty() ? component.getName() : attribute.name(),
                        longer(path, component.getName()),
                        type,
                        many ? Count.MANY : optional ? Count.OPTIONAL : Count.ONE,
                        container == Set.class,
                        attribute,
                        draft -> all(get.apply(draft))));
    }

    private static Class<?> element(RecordComponent component) {
        return (Class<?>)
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static List<String> longer(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    private static Object inside(Object optional) {
        return optional == null ? null : ((Optional<?>) optional).orElse(null);
    }

    private static UnaryOperator<Object> getter(
            RecordComponent component, UnaryOperator<Object> from) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return draft -> {
            Object record = from.apply(draft);
            return record == null ? null : call(() -> accessor.invoke(record));
        };
    }

    private static Collection<?> all(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> many
                ? many
                : value instanceof Optional<?> optional
                        ? optional.stream().toList()
                        : List.of(value);
    }

    private interface Reflective {
        Object call() throws ReflectiveOperationException;
    }

    private static Object call(Reflective work) {
        try {
            return work.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Leaf(Part part) implements Slot {
        @Override
        public List<Part> parts() {
            return List.of(part);
        }

        @Override
        public Stream<List<String>> absent() {
            return part.count() == Count.OPTIONAL ? Stream.of(part.path()) : Stream.empty();
        }

        @Override
        public Object build(Function<Part, ? extends Collection<?>> values) {
            Collection<?> given = values.apply(part);
            if (part.count() == Count.MANY) {
                return part.distinct() ? new LinkedHashSet<>(given) : List.copyOf(given);
            }
            Optional<?> first = given.stream().findFirst();
            if (part.count() == Count.OPTIONAL) {
                return first;
            }
            return part.type() == Boolean.class && first.isEmpty() ? false : first.orElse(null);
        }
    }

    private record Nested(Shape<?> shape, boolean optional, int depth) implements Slot {
        @Override
        public List<Part> parts() {
            return shape.parts;
        }

        @Override
        public Stream<List<String>> absent() {
            Stream<List<String>> inside = shape.slots.stream().flatMap(Slot::absent);
            return optional
                    ? Stream.concat(
                            inside, shape.parts.stream().map(part -> part.path().subList(0, depth)))
                    : inside;
        }

        @Override
        public Object build(Function<Part, ? extends Collection<?>> values) {
            if (!optional) {
                return shape.make(values);
            }
            return absent(values) ? Optional.empty() : Optional.of(shape.make(values));
        }

        private boolean absent(Function<Part, ? extends Collection<?>> values) {
            return shape.parts.stream().allMatch(part -> values.apply(part).isEmpty());
        }
    }

    public List<Part> parts() {
        return parts;
    }

    /** Tells whether the API may leave away what stands here within what is around it. */
    public boolean optional(List<String> path) {
        return optional.contains(path);
    }

    /**
     * @throws IllegalArgumentException if there is no such field
     */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no field " + name));
    }

    /**
     * Returns a draft that says something else in some fields.
     *
     * @param others the values of a field by its name: none if it is left away
     */
    public R with(R draft, Map<String, ? extends Collection<?>> others) {
        return make(
                part ->
                        others.containsKey(part.name())
                                ? others.get(part.name())
                                : part.values(draft));
    }

    /** Checks the length, form and range of every field; what depends on several is not its. */
    public List<FieldError> check(R draft) {
        return Stream.concat(
                        missing(part -> part.values(draft)).stream().map(Shape::given),
                        parts.stream()
                                .flatMap(
                                        part ->
                                                part.values(draft).stream()
                                                        .flatMap(
                                                                value ->
                                                                        part
                                                                                .check(value)
                                                                                .stream())))
                .toList();
    }

    private static FieldError given(Part part) {
        return new FieldError(part.name(), "must be given");
    }

    /** Returns the fields as the journal tells them. */
    public JournalFields facts(R draft) {
        JournalFields facts = JournalFields.NONE;
        for (Part part : parts) {
            facts =
                    facts.with(
                            part.name(),
                            Optional.of(
                                    part.values(draft).stream()
                                            .map(FieldText::told)
                                            .collect(Collectors.joining(","))));
        }
        return facts;
    }

    /** Returns the fields as the API writes them, what is left away left out. */
    public Map<String, Object> json(R draft) {
        Map<String, Object> object = new LinkedHashMap<>();
        parts.forEach(part -> put(object, part, part.values(draft)));
        return object;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> object, Part part, List<Object> values) {
        if (values.isEmpty() && part.count() != Count.MANY) {
            return;
        }
        Map<String, Object> at = object;
        for (String outer : part.path().subList(0, part.path().size() - 1)) {
            at =
                    (Map<String, Object>)
                            at.computeIfAbsent(outer, any -> new LinkedHashMap<String, Object>());
        }
        at.put(
                part.path().get(part.path().size() - 1),
                part.count() == Count.MANY ? values : values.get(0));
    }

    /** Returns what a form is filled with; times as a clock in this zone shows them. */
    public Map<String, List<String>> typed(R draft, ZoneId zone) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (Part part : parts) {
            typed.put(
                    part.name(),
                    part.values(draft).stream()
                            .map(value -> FieldText.write(value, zone))
                            .toList());
        }
        return typed;
    }

    /** Returns what {@link #read} reads back as the same, to the last digit of a time. */
    public Map<String, List<String>> written(R draft) {
        Map<String, List<String>> written = new LinkedHashMap<>();
        parts.forEach(
                part ->
                        written.put(
                                part.name(),
                                part.values(draft).stream().map(FieldText::write).toList()));
        return written;
    }

    /**
     * Reads what was typed into a form or stands in a file.
     *
     * @param typed the texts of a field by its name; blank ones count as left away
     * @param zone of times without an offset
     * @param faults takes what cannot be read or is missing
     * @return the draft; empty if there was any fault
     */
    public Optional<R> read(
            Function<String, List<String>> typed, ZoneId zone, List<FieldError> faults) {
        return read(typed, zone, Optional.empty(), faults);
    }

    /**
     * Reads what was typed into a form that was filled from a record. A field that comes back as it
     * was shown keeps its value, also what was not shown of it, such as the seconds of a time.
     *
     * @param before what the form was filled from
     */
    public Optional<R> read(
            Function<String, List<String>> typed, ZoneId zone, R before, List<FieldError> faults) {
        return read(typed, zone, Optional.of(before), faults);
    }

    private Optional<R> read(
            Function<String, List<String>> typed,
            ZoneId zone,
            Optional<R> before,
            List<FieldError> faults) {
        Map<String, List<String>> shown = before.map(draft -> typed(draft, zone)).orElse(Map.of());
        return build(
                part -> {
                    List<String> texts = typed.apply(part.name());
                    return before.isPresent() && texts.equals(shown.get(part.name()))
                            ? part.values(before.get())
                            : read(part, texts, zone, faults);
                },
                faults);
    }

    private static List<Object> read(
            Part part, List<String> texts, ZoneId zone, List<FieldError> faults) {
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            String value = part.attribute().multiline() ? text : text.strip();
            if (value.isBlank()) {
                continue;
            }
            Optional<Object> read = FieldText.read(part.type(), value, zone);
            read.ifPresentOrElse(
                    values::add,
                    () ->
                            faults.add(
                                    new FieldError(
                                            part.name(),
                                            "must be " + FieldText.wanted(part.type()))));
        }
        return values;
    }

    /** Builds a draft from the texts that {@link #written} made. */
    public R restore(Function<Part, List<String>> written) {
        return make(
                part ->
                        written.apply(part).stream()
                                .map(
                                        text ->
                                                FieldText.read(part.type(), text, UTC)
                                                        .orElseThrow(
                                                                () ->
                                                                        new IllegalStateException(
                                                                                part.name()
                                                                                        + " is "
                                                                                        + text)))
                                .toList());
    }

    /**
     * Builds a draft from the values of its fields.
     *
     * @param values of a field: none if it is left away
     * @param faults takes what is missing or out of its range
     * @return the draft; empty if there was any fault, also one that was there before
     */
    public Optional<R> build(
            Function<Part, ? extends Collection<?>> values, List<FieldError> faults) {
        Map<String, Collection<?>> all = new LinkedHashMap<>();
        for (Part part : parts) {
            all.put(part.name(), values.apply(part));
        }
        Function<Part, Collection<?>> given = part -> all.get(part.name());
        for (Part part : missing(given)) {
            if (faults.stream().noneMatch(fault -> fault.field().equals(part.name()))) {
                faults.add(given(part));
            }
        }
        for (Part part : parts) {
            given.apply(part).stream()
                    .filter(value -> !(value instanceof String))
                    .forEach(value -> faults.addAll(part.check(value)));
        }
        return faults.isEmpty() ? Optional.of(make(given)) : Optional.empty();
    }

    private List<Part> missing(Function<Part, Collection<?>> values) {
        List<Part> missing = new ArrayList<>();
        for (Slot slot : slots) {
            if (!(slot instanceof Nested nested && nested.optional() && nested.absent(values))) {
                slot.parts().stream()
                        .filter(part -> part.required() && values.apply(part).isEmpty())
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    private R make(Function<Part, ? extends Collection<?>> values) {
        return type.cast(
                call(
                        () ->
                                constructor.newInstance(
                                        slots.stream().map(slot -> slot.build(values)).toArray())));
    }
}
