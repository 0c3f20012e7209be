package org.tieline.spi.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record as the search sees it.
 *
 * @param id the record's id within its kind
 * @param center id of the center it belongs to, or {@link org.tieline.api.access.Caller#EVERYWHERE}
 * @param visibility who may find it; whoever passes one of them. Empty: nobody
 * @param title what it is called, on one line
 * @param body all its text, in the order of reading; searched and shown in passages
 * @param terms names, numbers and other words to be found by that are not for reading
 * @param values values of the source's {@link SearchSource#fields}, as they are shown
 * @param date the date that counts: its year can be filtered by
 * @param boosts what speaks for or against it, by reason in plain words, such as "helped others":
 *     factors from 0.5 to 2, where 1 changes nothing; what is beyond counts as the end of the range
 * @param path absolute path of its page
 */
public record SearchDocument(
        String id,
        String center,
        List<Visibility> visibility,
        String title,
        String body,
        List<String> terms,
        Map<String, List<String>> values,
        Optional<Instant> date,
        Map<String, Double> boosts,
        String path) {
    public SearchDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(center, "center");
        visibility = List.copyOf(visibility);
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
        terms = List.copyOf(terms);
        values =
                values.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, held -> List.copyOf(held.getValue())));
        Objects.requireNonNull(date, "date");
        boosts = Map.copyOf(boosts);
        Objects.requireNonNull(path, "path");
    }
}
