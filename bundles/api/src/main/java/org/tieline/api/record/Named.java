package org.tieline.api.record;

/**
 * Somebody or something by its id and by the name to show, as it was at that time. A record that
 * implements it, of just these two components, stands in one field of a draft: the API writes both,
 * the journal the name, the database each in a column.
 */
public interface Named {
    String id();

    String name();
}
