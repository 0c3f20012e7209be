package org.tieline.core.imports;

import java.util.List;
import java.util.Optional;

/**
 * A row of a file.
 *
 * @param number its number in the file, the header being 1 if nothing stands above it
 * @param columns the names of the file's columns
 * @param cells without spaces at their beginnings and ends
 */
public record CsvRow(long number, List<String> columns, List<String> cells) {
    /** Returns what is wrong with it as such. */
    public Optional<RowFault> fault() {
        return cells.size() == columns.size()
                ? Optional.empty()
                : Optional.of(
                        new RowFault(
                                number,
                                "",
                                "",
                                "has %d cells, but the header names %d columns"
                                        .formatted(cells.size(), columns.size())));
    }
}
