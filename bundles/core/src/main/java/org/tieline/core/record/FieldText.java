package org.tieline.core.record;

import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.record.Named;

/**
 * How one value of a field is written as text and read again: in the journal, a file, a form, a
 * column. What is written here is read here as the same value, times on a wall clock to the minute.
 */
final class FieldText {
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private static final Map<Class<?>, Function<String, Object>> READERS =
            Map.of(
                    String.class, text -> text,
                    Boolean.class, FieldText::flag,
                    Integer.class, Integer::valueOf,
                    Long.class, Long::valueOf,
                    Double.class, FieldText::number,
                    LocalDate.class, LocalDate::parse,
                    Duration.class, text -> Duration.ofMinutes(Long.parseLong(text)),
                    ZoneId.class, ZoneId::of);

    private static final Map<Class<?>, String> WANTED =
            Map.of(
                    Boolean.class, "true or false",
                    Integer.class, "a whole number",
                    Long.class, "a whole number",
                    Double.class, "a number",
                    LocalDate.class, "a day, such as 2026-11-24",
                    Instant.class, "a day and a time, such as 2026-11-24 at 02:00",
                    Duration.class, "a whole number of minutes",
                    ZoneId.class, "a time zone, such as America/Chicago");

    private FieldText() {}

    static boolean knows(Class<?> type) {
        return type.isEnum()
                || type == Instant.class
                || Named.class.isAssignableFrom(type)
                || READERS.containsKey(type);
    }

    static String write(Object value) {
        if (value instanceof Enum<?> constant) {
            return EnumNames.of(constant);
        } else if (value instanceof Named named) {
            return named.id() + " " + named.name();
        }
        return value instanceof Duration length
                ? String.valueOf(length.toMinutes())
                : value.toString();
    }

    /** Writes a value as the journal tells it. */
    static String told(Object value) {
        return value instanceof Named named ? named.name() : write(value);
    }

    /** Writes times as the zone's clock shows them. */
    static String write(Object value, ZoneId zone) {
        return value instanceof Instant at ? WALL_CLOCK.format(at.atZone(zone)) : write(value);
    }

    /** Reads a value; empty if the text is none of this type. */
    static Optional<Object> read(Class<?> type, String text, ZoneId zone) {
        try {
            if (type.isEnum()) {
                return Stream.<Object>of(type.getEnumConstants())
                        .filter(one -> EnumNames.of((Enum<?>) one).equals(text))
                        .findFirst();
            }
            if (Named.class.isAssignableFrom(type)) {
                return Optional.of(named(type, text));
            }
            return Optional.of(
                    type == Instant.class ? time(text, zone) : READERS.get(type).apply(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Says what a value of a type looks like. */
    static String wanted(Class<?> type) {
        return type.isEnum()
                ? "one of "
                        + Stream.of(type.getEnumConstants())
                                .map(one -> EnumNames.of((Enum<?>) one))
                                .collect(Collectors.joining(", "))
                : WANTED.getOrDefault(type, "text");
    }

    /**
     * Reads a point in time, or what a clock in the zone shows: the first time, if it does so
     * twice; an hour later, if it leaves it out.
     */
    private static Instant time(String text, ZoneId zone) {
        String iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException local) {
            return LocalDateTime.parse(iso).atZone(zone).toInstant();
        }
    }

    private static Object named(Class<?> type, String text) {
        int end = text.indexOf(' ');
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class, String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(text.substring(0, end), text.substring(end + 1));
        } catch (ReflectiveOperationException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Object flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private static Object number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
