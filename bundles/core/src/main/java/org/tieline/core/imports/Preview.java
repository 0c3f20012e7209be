package org.tieline.core.imports;

import java.util.List;

/**
 * The beginning of a file that shall be imported.
 *
 * @param rows the first rows, each cell cut
 */
public record Preview(List<String> columns, List<List<String>> rows) {
    public static final Preview NONE = new Preview(List.of(), List.of());

    private static final int ROWS = 3;
    private static final int CELL = 160;

    public static Preview of(CsvFile file) {
        return new Preview(
                file.columns(),
                file.first(ROWS).stream()
                        .map(row -> row.cells().stream().map(Preview::cut).toList())
                        .toList());
    }

    private static String cut(String cell) {
        return cell.length() <= CELL ? cell : cell.substring(0, CELL) + " …";
    }

    /** Returns what stands first in a column. */
    public String example(int column) {
        return rows.stream()
                .filter(row -> column >= 0 && column < row.size() && !row.get(column).isEmpty())
                .map(row -> row.get(column))
                .findFirst()
                .orElse("–");
    }
}
