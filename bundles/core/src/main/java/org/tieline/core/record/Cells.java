package org.tieline.core.record;

/** Cells of files that people open with a spreadsheet program. */
public final class Cells {
    private static final String FORMULA = "=+-@\t\r";

    private Cells() {}

    /** A spreadsheet runs what begins with one of these signs as a formula (OWASP). */
    public static String safe(String cell) {
        return begins(cell, 0) ? "'" + cell : cell;
    }

    /** Takes away what {@link #safe} has put before a cell. */
    public static String plain(String cell) {
        return cell.startsWith("'") && begins(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean begins(String cell, int at) {
        return cell.length() > at && FORMULA.indexOf(cell.charAt(at)) >= 0;
    }
}
