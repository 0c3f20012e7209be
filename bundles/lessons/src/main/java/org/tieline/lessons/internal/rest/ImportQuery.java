package org.tieline.lessons.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Severity;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.lessons.internal.imports.ImportMapping;
import org.tieline.lessons.internal.imports.LessonField;
import org.tieline.rest.Query;

/** What all lessons of a file become; a {@code @BeanParam}. */
public final class ImportQuery {
    @Parameter(description = "process if left away")
    @QueryParam("category")
    private String category;

    @Parameter(description = "moderate if left away")
    @QueryParam("severity")
    private String severity;

    @Parameter(description = "draft if left away, or published")
    @QueryParam("state")
    private String state;

    private enum State {
        DRAFT,
        PUBLISHED
    }

    ImportMapping mapping(ColumnMapping<LessonField> columns) {
        return new ImportMapping(
                columns,
                Query.oneOf(Category.class, "category", category).orElse(Category.PROCESS),
                Query.oneOf(Severity.class, "severity", severity).orElse(Severity.MODERATE),
                Query.oneOf(State.class, "state", state).orElse(State.DRAFT) == State.PUBLISHED);
    }
}
