package org.tieline.assets.internal;

import org.tieline.api.error.FieldError;

/**
 * What is wrong with a row of a file.
 *
 * @param row its number, the header being the first; 0 for the file as a whole
 * @param column the column; empty for the row as a whole
 * @param message what is wrong and what would be right
 */
public record RowFault(long row, String column, String message) {
    /** Returns it as the API tells it. */
    public FieldError error() {
        String at = row == 0 ? "file" : "row " + row;
        return new FieldError(column.isEmpty() ? at : at + ", " + column, message);
    }
}
