package org.tieline.lessons.internal.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tieline.api.error.Invalid;
import org.tieline.lessons.internal.imports.LessonImports;

/**
 * The beginning of files that shall be imported.
 *
 * @param rows the first rows, each cell cut
 */
public record Preview(List<String> columns, List<List<String>> rows) {
    static final Preview NONE = new Preview(List.of(), List.of());
    private static final int ROWS = 3;
    private static final int CELL = 160;

    /**
     * @throws Invalid if they cannot be read, or have not all the same columns
     */
    static Preview of(Map<String, Path> files) {
        List<String> columns = LessonImports.columns(files);
        List<List<String>> rows =
                LessonImports.first(files.values().iterator().next(), ROWS).stream()
                        .map(row -> row.stream().map(Preview::cut).toList())
                        .toList();
        return new Preview(columns, rows);
    }

    private static String cut(String cell) {
        return cell.length() <= CELL ? cell : cell.substring(0, CELL) + " …";
    }

    /** Returns what stands first in a column. */
    public String example(int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column))
                .findFirst()
                .orElse("");
    }
}
