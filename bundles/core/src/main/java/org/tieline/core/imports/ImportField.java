package org.tieline.core.imports;

import java.util.List;

/**
 * A field that a column of a file can go to: a constant of an enum, by whose name it is spelled.
 */
public interface ImportField {
    /** Its name for people. */
    String label();

    /** What columns with it are usually called, the surest first. */
    List<String> synonyms();
}
