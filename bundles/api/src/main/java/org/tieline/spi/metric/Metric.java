package org.tieline.spi.metric;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One measurement.
 *
 * @param name as Prometheus' conventions have it: lower case with underscores, the base unit at its
 *     end ({@code seconds}, {@code bytes}), and after it {@code total} if it is a counter
 * @param help what it is, in one line
 * @param labels what tells it from others of the same name; few values, and none that is private
 */
public record Metric(
        Kind kind, String name, String help, Map<String, String> labels, double value) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final String TOTAL = "_total";

    /** How it may move. */
    public enum Kind {
        /** Up and down. */
        GAUGE,
        /** Only up, from 0 at the start of the process. */
        COUNTER
    }

    /**
     * @throws IllegalArgumentException if the name is not one by the conventions
     */
    public Metric {
        Objects.requireNonNull(help, "help");
        labels = Map.copyOf(labels);
        if (!NAME.matcher(name).matches() || name.endsWith(TOTAL) != (kind == Kind.COUNTER)) {
            throw new IllegalArgumentException(
                    name
                            + " is no name of a "
                            + kind
                            + ": use lower case with underscores, and \"_total\" at the end of"
                            + " counters and of nothing else.");
        }
    }

    public static Metric gauge(String name, String help, Map<String, String> labels, double value) {
        return new Metric(Kind.GAUGE, name, help, labels, value);
    }

    public static Metric gauge(String name, String help, double value) {
        return gauge(name, help, Map.of(), value);
    }

    public static Metric counter(
            String name, String help, Map<String, String> labels, double value) {
        return new Metric(Kind.COUNTER, name, help, labels, value);
    }
}
