package org.tieline.lessons.internal.pack;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.lessons.Category;
import org.tieline.rest.Query;

/** What goes into an offline pack; a {@code @BeanParam}. */
public final class PackQuery {
    @Parameter(description = "Id of the center that it is made for")
    @QueryParam("center")
    private String center;

    @Parameter(description = "Id of a published lesson; up to 100 of them")
    @QueryParam("lesson")
    private List<String> lessons;

    @Parameter(description = "All published lessons of this category; several may be given")
    @QueryParam("category")
    private List<String> categories;

    @Parameter(description = "Of these categories, or of all, only what is on this topic")
    @QueryParam("topic")
    private String topic;

    @Parameter(description = "true for the fallback procedures of the center's service map")
    @QueryParam("procedures")
    private String procedures;

    public Optional<String> center() {
        return Query.given(center);
    }

    /** Returns what was chosen, for a center. */
    public PackChoice of(String id) {
        Set<Category> wanted = EnumSet.noneOf(Category.class);
        given(categories)
                .forEach(
                        name ->
                                Query.oneOf(Category.class, "category", name)
                                        .ifPresent(wanted::add));
        return new PackChoice(
                id,
                new LinkedHashSet<>(given(lessons)),
                wanted,
                Query.given(topic),
                "true".equals(procedures));
    }

    private static List<String> given(List<String> values) {
        return Optional.ofNullable(values).orElse(List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }
}
