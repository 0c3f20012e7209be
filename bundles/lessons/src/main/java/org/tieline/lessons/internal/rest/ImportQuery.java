package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.EnumNames;
import org.tieline.lessons.internal.imports.ImportField;
import org.tieline.lessons.internal.imports.ImportMapping;

/** What the columns of a file are; a {@code @BeanParam}. */
public final class ImportQuery {
    @Parameter(
            description =
                    "What a column is, as field:column, once for each; such as"
                            + " title:Lesson Title. Fields that are not named are guessed from the"
                            + " columns' names")
    @QueryParam("map")
    private List<String> map;

    @Parameter(description = "process if left away")
    @QueryParam("category")
    private String category;

    @Parameter(description = "moderate if left away")
    @QueryParam("severity")
    private String severity;

    @Parameter(description = "draft if left away, or published")
    @QueryParam("state")
    private String state;

    ImportMapping mapping(List<String> columns) {
        List<FieldError> errors = new ArrayList<>();
        Map<ImportField, Integer> places = new EnumMap<>(ImportField.class);
        for (ImportField field : ImportField.values()) {
            int place = field.guess(columns);
            if (place >= 0) {
                places.put(field, place);
            }
        }
        Optional.ofNullable(map)
                .orElse(List.of())
                .forEach(one -> map(one, columns, places, errors));
        boolean published = "published".equals(state);
        if (state != null && !published && !state.equals("draft")) {
            errors.add(new FieldError("state", "must be draft or published"));
        }
        Category chosen = one(Category.values(), "category", category, Category.PROCESS, errors);
        Severity how = one(Severity.values(), "severity", severity, Severity.MODERATE, errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return new ImportMapping(places, chosen, how, published);
    }

    private static void map(
            String one,
            List<String> columns,
            Map<ImportField, Integer> places,
            List<FieldError> errors) {
        String[] parts = one.split(":", 2);
        Optional<ImportField> field = EnumNames.find(ImportField.values(), parts[0].strip());
        if (parts.length < 2 || field.isEmpty()) {
            errors.add(
                    new FieldError(
                            "map",
                            "must be field:column, the field one of "
                                    + Arrays.stream(ImportField.values())
                                            .map(EnumNames::of)
                                            .collect(Collectors.joining(", "))));
            return;
        }
        String wanted = parts[1].strip().toLowerCase(Locale.ROOT);
        int place =
                columns.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()
                        .indexOf(wanted);
        if (wanted.isEmpty()) {
            places.remove(field.get());
        } else if (place < 0) {
            errors.add(
                    new FieldError(
                            "map", "names a column that the file does not have: " + parts[1]));
        } else {
            places.put(field.get(), place);
        }
    }

    private static <E extends Enum<E>> E one(
            E[] values, String field, String word, E otherwise, List<FieldError> errors) {
        if (word == null || word.isBlank()) {
            return otherwise;
        }
        Optional<E> found = EnumNames.find(values, word);
        if (found.isEmpty()) {
            errors.add(
                    new FieldError(
                            field,
                            "must be one of "
                                    + Arrays.stream(values)
                                            .map(EnumNames::of)
                                            .collect(Collectors.joining(", "))));
        }
        return found.orElse(otherwise);
    }
}
