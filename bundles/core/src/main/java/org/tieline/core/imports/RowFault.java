package org.tieline.core.imports;

import org.tieline.api.error.FieldError;

/**
 * What is wrong with a row of a file.
 *
 * @param row its number, the header being the first; 0 for the file as a whole
 * @param column the column; empty for the row as a whole
 * @param value what stands there, cut if it is long; empty if nothing does
 * @param message what is wrong and what would be right
 */
public record RowFault(long row, String column, String value, String message) {
    /** How many of a file's faults are told. */
    public static final int MOST = 200;

    private static final int LONGEST = 60;

    public RowFault {
        value = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }

    /** Returns it as the API tells it. */
    public FieldError error() {
        String at = row == 0 ? "file" : "row " + row;
        return new FieldError(column.isEmpty() ? at : at + ", " + column, message);
    }

    /** Returns it in one line, with the value unless the message repeats that. */
    @Override
    public String toString() {
        String at = row == 0 ? "" : "row " + row + ": ";
        String what = column.isEmpty() ? message : column + " " + message;
        String quoted = "\"" + value + "\"";
        String there = value.isEmpty() || message.contains(quoted) ? "" : ": " + quoted;
        return (at + what + there).replaceAll("\\s+", " ");
    }
}
