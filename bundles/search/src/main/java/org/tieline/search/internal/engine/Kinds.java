package org.tieline.search.internal.engine;

import java.util.Map;

/**
 * The names that people read.
 *
 * @param labels of the kinds
 * @param fields labels of the fields that can be filtered by, in the order in which they are shown
 */
public record Kinds(Map<String, String> labels, Map<String, String> fields) {
    public static final String KIND = "kind";
    public static final String CENTER = "center";
    public static final String YEAR = "year";

    public String label(String kind) {
        return labels.getOrDefault(kind, kind);
    }

    public boolean isField(String name) {
        return fields.containsKey(name);
    }
}
