package org.tieline.api.lessons;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tieline.api.center.CenterKind;

/**
 * Where a lesson belongs. The lists hold at most 30 words of 1 to 80 characters each, none twice.
 *
 * @param category what it is about first of all
 * @param severity how bad it was or could have been
 * @param source where it was learned
 * @param topics what it is about
 * @param factors what contributed
 * @param services the services touched
 * @param kinds the kinds of center it applies to; empty for all
 * @param systems the systems it applies to, such as CAD
 * @param vendors the vendors it applies to
 */
public record Classification(
        Category category,
        Severity severity,
        LessonSource source,
        List<String> topics,
        List<String> factors,
        List<String> services,
        Set<CenterKind> kinds,
        List<String> systems,
        List<String> vendors) {
    public Classification {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(source, "source");
        topics = List.copyOf(topics);
        factors = List.copyOf(factors);
        services = List.copyOf(services);
        kinds = Set.copyOf(kinds);
        systems = List.copyOf(systems);
        vendors = List.copyOf(vendors);
    }

    /** A classification without any word. */
    public static Classification of(Category category, Severity severity, LessonSource source) {
        return new Classification(
                category, severity, source, List.of(), List.of(), List.of(), Set.of(), List.of(),
                List.of());
    }
}
