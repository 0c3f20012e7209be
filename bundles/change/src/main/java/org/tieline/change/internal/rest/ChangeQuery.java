package org.tieline.change.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.ChangeOrder;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.EnumNames;

/** By what a list of changes is filtered; a {@code @BeanParam}. */
public final class ChangeQuery {
    @QueryParam("center")
    private String center;

    @Parameter(description = "Only those in one of these states; may be given several times")
    @QueryParam("state")
    private List<String> states;

    @Parameter(description = "Only those of one of these types; may be given several times")
    @QueryParam("type")
    private List<String> types;

    @Parameter(description = "Only the one with this number")
    @QueryParam("number")
    private String number;

    @Parameter(description = "Only those that touch the asset with this id")
    @QueryParam("asset")
    private String asset;

    @Parameter(description = "Only those that the person with this id does")
    @QueryParam("implementer")
    private String implementer;

    @Parameter(description = "Only those that the person with this id wrote")
    @QueryParam("requester")
    private String requester;

    @Parameter(description = "Only those whose window ends after this; needs \"to\"")
    @QueryParam("from")
    private String from;

    @Parameter(description = "Only those whose window starts before this; needs \"from\"")
    @QueryParam("to")
    private String to;

    @Parameter(description = "newest, or window for the one that starts first")
    @QueryParam("order")
    private String order;

    ChangeFilter filter() {
        return new ChangeFilter(
                given(center),
                all(ChangeState.class, "state", states),
                all(ChangeType.class, "type", types),
                given(number),
                given(asset),
                given(implementer),
                given(requester),
                window(),
                given(order)
                        .map(word -> one(ChangeOrder.class, "order", word))
                        .orElse(ChangeOrder.NEWEST));
    }

    private Optional<Window> window() {
        if (given(from).isEmpty() && given(to).isEmpty()) {
            return Optional.empty();
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<Instant> start = moment("from", from, errors);
        Optional<Instant> end = moment("to", to, errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return Optional.of(new Window(start.orElseThrow(), end.orElseThrow()));
    }

    private static Optional<Instant> moment(String field, String text, List<FieldError> errors) {
        try {
            return Optional.of(Instant.parse(given(text).orElse("")));
        } catch (DateTimeException e) {
            errors.add(
                    new FieldError(
                            field, "must be a time such as 2026-11-21T20:59:49Z; give both ends"));
            return Optional.empty();
        }
    }

    static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(word -> !word.isBlank());
    }

    static String required(String center) {
        return given(center)
                .orElseThrow(() -> new Invalid(new FieldError("center", "must name the center")));
    }

    private static <E extends Enum<E>> Set<E> all(Class<E> type, String name, List<String> values) {
        return Optional.ofNullable(values).orElse(List.of()).stream()
                .map(word -> one(type, name, word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    static <E extends Enum<E>> E one(Class<E> type, String name, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> EnumNames.of(value).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Invalid(
                                        new FieldError(
                                                name,
                                                "must be one of "
                                                        + Arrays.stream(type.getEnumConstants())
                                                                .map(EnumNames::of)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}
