package org.tieline.core.record;

import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Finding records by a part of their id or name: in a lower-case column that holds both. The page
 * is read along the list's own index and each row in reach is compared, until the page is full. For
 * a center's few hundred people and for 6,000 centers that is a matter of milliseconds; what grows
 * without end belongs into a search index instead.
 */
public final class Search {
    private static final int MAX_LENGTH = 100;

    private Search() {}

    public static String column(String id, String name) {
        return (id + " " + name).toLowerCase(Locale.ROOT);
    }

    public static Condition contains(Field<String> column, Optional<String> text) {
        return text.map(String::strip)
                .filter(wanted -> !wanted.isEmpty())
                .map(wanted -> wanted.substring(0, Math.min(wanted.length(), MAX_LENGTH)))
                .map(wanted -> wanted.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0"))
                .map(pattern -> (Condition) column.like("%" + pattern + "%", '!'))
                .orElseGet(DSL::noCondition);
    }
}
