package org.tieline.core.imports;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.EnumNames;
import org.tieline.core.record.Validation;

/**
 * Which column of a file goes to which field. Columns and fields are compared by their letters and
 * digits alone: {@code serial_number} is {@code Serial number}.
 *
 * @param <F> the fields
 * @param places the column of each field that has one, the first being 0
 */
public record ColumnMapping<F extends Enum<F> & ImportField>(
        Class<F> type, Map<F, Integer> places) {
    /** Begins the name of each field's choice of a column in a form. */
    public static final String CHOICE = "column-";

    public ColumnMapping {
        places = Map.copyOf(places);
    }

    /**
     * One field, as a page shows it.
     *
     * @param choice the name of its choice in a form
     * @param place its column, the first being 0; -1 for none
     */
    public record Line(String choice, String label, int place) {}

    /** Guesses by what columns are usually called. */
    public static <F extends Enum<F> & ImportField> ColumnMapping<F> guess(
            Class<F> type, List<String> columns) {
        List<String> plain = columns.stream().map(ColumnMapping::plain).toList();
        Map<F, Integer> places = new EnumMap<>(type);
        for (F field : type.getEnumConstants()) {
            names(field)
                    .map(plain::indexOf)
                    .filter(place -> place >= 0)
                    .findFirst()
                    .ifPresent(place -> places.put(field, place));
        }
        return new ColumnMapping<>(type, places);
    }

    private static Stream<String> names(ImportField field) {
        return Stream.concat(field.synonyms().stream(), Stream.of(field.label(), field.toString()))
                .map(ColumnMapping::plain);
    }

    private static String plain(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.isEmpty() ? name.strip() : plain;
    }

    /**
     * Reads what was chosen in a form.
     *
     * @param sent what was sent under a name; null for nothing
     */
    public static <F extends Enum<F> & ImportField> ColumnMapping<F> chosen(
            Class<F> type, UnaryOperator<String> sent) {
        Map<F, Integer> places = new EnumMap<>(type);
        for (F field : type.getEnumConstants()) {
            Optional.ofNullable(sent.apply(CHOICE + EnumNames.of(field)))
                    .filter(place -> place.matches("\\d{1,4}"))
                    .ifPresent(place -> places.put(field, Integer.valueOf(place)));
        }
        return new ColumnMapping<>(type, places);
    }

    /**
     * Returns this with some fields taken from other columns.
     *
     * @param choices such as {@code title:Subject}; {@code title:} for no column
     * @throws Invalid if there is no such field or column
     */
    public ColumnMapping<F> with(List<String> choices, List<String> columns) {
        Map<F, Integer> changed = new EnumMap<>(type);
        changed.putAll(places);
        List<FieldError> errors = new ArrayList<>();
        List<String> plain = columns.stream().map(ColumnMapping::plain).toList();
        for (String choice : choices) {
            String[] parts = choice.split(":", 2);
            Optional<F> field = field(parts[0]);
            int place = parts.length < 2 ? -1 : plain.indexOf(plain(parts[1]));
            if (parts.length < 2 || field.isEmpty()) {
                errors.add(
                        new FieldError("map", "must be field:column, the field one of " + all()));
            } else if (parts[1].isBlank()) {
                changed.remove(field.get());
            } else if (place < 0) {
                errors.add(
                        new FieldError(
                                "map", "names a column that the file does not have: " + parts[1]));
            } else {
                changed.put(field.get(), place);
            }
        }
        Validation.refuse(errors, List.of());
        return new ColumnMapping<>(type, changed);
    }

    private Optional<F> field(String name) {
        return Stream.of(type.getEnumConstants())
                .filter(field -> plain(field.toString()).equals(plain(name)))
                .findFirst();
    }

    private String all() {
        return Stream.of(type.getEnumConstants()).map(EnumNames::of).collect(joining(", "));
    }

    /** Returns what a row says of a field; nothing if no column goes to it. */
    public String cell(F field, CsvRow row) {
        int place = places.getOrDefault(field, -1);
        return place >= 0 && place < row.cells().size() ? row.cells().get(place) : "";
    }

    /**
     * Returns a fault of a row as one of the column that the field is taken from.
     *
     * @param error of a field that is spelled like one of these, or of something in it
     */
    public RowFault fault(CsvRow row, FieldError error) {
        String name = error.field().replaceAll("[\\[.].*", "");
        Optional<F> field = field(name);
        return new RowFault(
                row.number(),
                field.map(places::get)
                        .filter(place -> place < row.columns().size())
                        .map(row.columns()::get)
                        .orElse(name),
                field.map(found -> cell(found, row)).orElse(""),
                error.message());
    }

    /** Returns the names of the columns that go to no field. */
    public List<String> unmapped(List<String> columns) {
        return IntStream.range(0, columns.size())
                .filter(place -> !places.containsValue(place))
                .mapToObj(columns::get)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    public List<Line> lines() {
        return Stream.of(type.getEnumConstants())
                .map(
                        field ->
                                new Line(
                                        CHOICE + EnumNames.of(field),
                                        field.label(),
                                        places.getOrDefault(field, -1)))
                .toList();
    }
}
