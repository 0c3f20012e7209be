package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.core.record.Names;

/** By what a list of lessons is filtered; a {@code @BeanParam}. */
public final class LessonQuery {
    @Parameter(description = "Only those that belong to this center")
    @QueryParam("center")
    private String center;

    @QueryParam("state")
    private String state;

    @QueryParam("category")
    private String category;

    @QueryParam("severity")
    private String severity;

    LessonFilter filter() {
        return new LessonFilter(
                given(center),
                oneOf(LessonState.class, "state", state),
                oneOf(Category.class, "category", category),
                oneOf(Severity.class, "severity", severity));
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(word -> !word.isBlank());
    }

    private static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, String value) {
        return given(value)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(
                        word ->
                                Arrays.stream(type.getEnumConstants())
                                        .filter(one -> Names.of(one).equals(word))
                                        .findFirst()
                                        .orElseThrow(() -> unknown(type, name)));
    }

    private static <E extends Enum<E>> Invalid unknown(Class<E> type, String name) {
        return new Invalid(
                new FieldError(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Names::of)
                                        .collect(Collectors.joining(", "))));
    }
}
