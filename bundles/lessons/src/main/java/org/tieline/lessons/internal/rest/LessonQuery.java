package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.lessons.Severity;
import org.tieline.rest.Query;

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
                Query.given(center),
                Query.oneOf(LessonState.class, "state", state),
                Query.oneOf(Category.class, "category", category),
                Query.oneOf(Severity.class, "severity", severity));
    }
}
