package org.tieline.change.internal.calendar;

import java.time.Instant;

/**
 * A calendar's secret address, without its secret.
 *
 * @param owner id of the person whose eyes it sees with
 * @param name what it is for
 */
public record Feed(String id, String owner, String center, String name, Instant created) {
    static final String KIND = "calendar-feed";
}
