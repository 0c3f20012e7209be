package org.tieline.web.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Shape;
import org.tieline.core.record.Shape.Count;
import org.tieline.core.record.Shape.Part;
import org.tieline.web.Choice;
import org.tieline.web.Field;

/** The fields of a form by the shape of a draft. */
public final class RecordFields {
    private RecordFields() {}

    public static List<Field> of(Shape<?> shape) {
        return shape.parts().stream().map(RecordFields::field).toList();
    }

    private static Field field(Part part) {
        Field field =
                Field.of(kind(part), part.name(), part.attribute().label())
                        .hinted(part.attribute().hint());
        if (part.type() == String.class && part.count() != Count.MANY) {
            field = field.atMost(part.attribute().max());
        }
        if (part.type().isEnum()) {
            field = field.among(choices(part));
        }
        return part.required() ? field.must() : field;
    }

    private static List<Choice> choices(Part part) {
        Stream<Choice> all =
                Stream.of(part.type().getEnumConstants())
                        .map(one -> (Enum<?>) one)
                        .map(one -> new Choice(EnumNames.of(one), EnumNames.words(one)));
        return (part.count() == Count.OPTIONAL
                        ? Stream.concat(Stream.of(new Choice("", part.attribute().none())), all)
                        : all)
                .toList();
    }

    private static Field.Kind kind(Part part) {
        if (part.type().isEnum()) {
            return part.count() == Count.MANY ? Field.Kind.CHECKS : Field.Kind.SELECT;
        } else if (part.type() == Boolean.class) {
            return Field.Kind.TICK;
        } else if (part.type() == Instant.class) {
            return Field.Kind.DATETIME_LOCAL;
        } else if (part.type() == LocalDate.class) {
            return Field.Kind.DATE;
        }
        return part.attribute().multiline() || part.count() == Count.MANY
                ? Field.Kind.LINES
                : Field.Kind.TEXT;
    }
}
