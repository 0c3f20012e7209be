package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.core.record.Names;

/** By what a list of assets is filtered; a {@code @BeanParam}. */
public final class AssetQuery {
    @Parameter(description = "Only those on the map of this center, shared ones included")
    @QueryParam("center")
    private String center;

    @Parameter(description = "Only those whose name or owner contains it")
    @QueryParam("text")
    private String text;

    @QueryParam("kind")
    private String kind;

    @QueryParam("state")
    private String state;

    @QueryParam("criticality")
    private String criticality;

    AssetFilter filter() {
        return new AssetFilter(
                given(center),
                given(text),
                oneOf(AssetKind.class, "kind", kind),
                oneOf(AssetState.class, "state", state),
                oneOf(Criticality.class, "criticality", criticality));
    }

    static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(word -> !word.isBlank());
    }

    private static <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String name, String value) {
        return given(value)
                .map(
                        word ->
                                Arrays.stream(type.getEnumConstants())
                                        .filter(
                                                one ->
                                                        Names.of(one)
                                                                .equals(
                                                                        word.toLowerCase(
                                                                                Locale.ROOT)))
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
