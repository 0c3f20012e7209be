package org.tieline.core.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Named;
import org.tieline.core.record.Shape.Count;
import org.tieline.core.record.Shape.Part;

/** Drafts of any shape, within the ranges of their fields; no two fields of one hold the same. */
public final class RandomDrafts {
    private static final List<String> SIGNS =
            List.of("a", "Z", " 9", ".", ",", "\"", "<b>", "é", "日本", "🚒", "=1+1", "'", "%zz");

    private final Random random;

    public RandomDrafts(long seed) {
        random = new Random(seed);
    }

    public <D extends Record> D draft(Shape<D> shape) {
        List<FieldError> faults = new ArrayList<>();
        return shape.build(this::values, faults)
                .orElseThrow(() -> new IllegalStateException(faults.toString()));
    }

    private Collection<?> values(Part part) {
        int many =
                switch (part.count()) {
                    case ONE -> 1;
                    case OPTIONAL -> random.nextInt(2);
                    case MANY -> random.nextInt(4) + (part.required() ? 1 : 0);
                };
        Stream<Object> values = IntStream.range(0, many).mapToObj(place -> value(part, place));
        return part.count() == Count.MANY ? values.distinct().toList() : values.toList();
    }

    private Object value(Part part, int place) {
        Class<?> type = part.type();
        if (type.isEnum()) {
            Object[] all = type.getEnumConstants();
            return all[random.nextInt(all.length)];
        } else if (type == String.class) {
            return text(part, place);
        } else if (type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000), 123_456_000);
        } else if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(19_000 + random.nextInt(3_000));
        } else if (Named.class.isAssignableFrom(type)) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            return FieldText.read(type, id + " " + id, ZoneOffset.UTC).orElseThrow();
        } else if (type == ZoneId.class) {
            return ZoneId.of(random.nextBoolean() ? "America/Chicago" : "America/Phoenix");
        }
        int number = number(part);
        if (type == Duration.class) {
            return Duration.ofMinutes(number);
        } else if (type == Integer.class) {
            return number;
        } else if (type == Long.class) {
            return (long) number;
        } else if (type == Double.class) {
            return (double) number;
        }
        throw new IllegalArgumentException("No value for " + part.name() + " of " + type);
    }

    private String text(Part part, int place) {
        StringBuilder text = new StringBuilder(part.name()).append(place);
        String between = part.attribute().multiline() ? "\n" : " ";
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(i == 3 ? between : "").append(SIGNS.get(random.nextInt(SIGNS.size())));
        }
        return text.substring(0, Math.min(text.length(), part.attribute().max())).strip();
    }

    private int number(Part part) {
        int from = (int) Math.max(part.attribute().from(), 0);
        int to = (int) Math.min(part.attribute().to(), 10_000);
        return from + random.nextInt(to - from + 1);
    }
}
