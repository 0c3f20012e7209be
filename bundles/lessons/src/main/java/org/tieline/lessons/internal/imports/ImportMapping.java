package org.tieline.lessons.internal.imports;

import java.util.Map;
import org.tieline.api.lessons.Category;
import org.tieline.api.lessons.Severity;

/**
 * What becomes of a file's rows.
 *
 * @param columns from which column a field is taken, the first being 0
 * @param published true to publish them in the center; else they are drafts
 */
public record ImportMapping(
        Map<ImportField, Integer> columns,
        Category category,
        Severity severity,
        boolean published) {
    public ImportMapping {
        columns = Map.copyOf(columns);
    }
}
