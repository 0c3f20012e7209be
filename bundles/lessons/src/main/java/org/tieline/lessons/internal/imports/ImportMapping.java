package org.tieline.lessons.internal.imports;

import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Severity;
import org.tieline.core.imports.ColumnMapping;

/**
 * What becomes of a file's rows.
 *
 * @param published true to publish them in the center; else they are drafts
 */
public record ImportMapping(
        ColumnMapping<LessonField> columns,
        Category category,
        Severity severity,
        boolean published) {}
