package org.tieline.search.internal.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words and phrases that mean the same. A line {@code cad, computer aided dispatch} lets each find
 * the other; a line {@code a => b, c} lets {@code a} find {@code b} and {@code c}, but not the
 * other way; what follows {@code #} is a remark.
 */
public final class Synonyms {
    /** A phrase of a synonym has at most so many words. */
    static final int LONGEST = 6;

    public static final Synonyms NONE = new Synonyms(Map.of());

    private static final int MOST = 20_000;

    private final Map<List<String>, Map<List<String>, String>> meanings;

    private Synonyms(Map<List<String>, Map<List<String>, String>> meanings) {
        this.meanings = meanings;
    }

    /**
     * @param faults gets a sentence for each line that was passed over
     */
    public static Synonyms of(Iterable<String> lines, List<String> faults) {
        Map<List<String>, Map<List<String>, String>> meanings = new HashMap<>();
        int number = 0;
        for (String line : lines) {
            number++;
            String content = line.replaceFirst("#.*", "").strip();
            if (!content.isEmpty() && !(number <= MOST && add(meanings, content))) {
                faults.add(
                        "Line "
                                + number
                                + " was passed over: \""
                                + content
                                + "\". A line has two or more terms with commas between them, each"
                                + " of at most "
                                + LONGEST
                                + " words, or terms, =>, and terms.");
            }
        }
        return new Synonyms(meanings);
    }

    private static boolean add(
            Map<List<String>, Map<List<String>, String>> meanings, String content) {
        String[] sides = content.split("=>", 2);
        Optional<Map<List<String>, String>> from = terms(sides[0]);
        Optional<Map<List<String>, String>> to =
                sides.length == 2 ? terms(sides[1]) : from.filter(same -> same.size() > 1);
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        for (List<String> one : from.get().keySet()) {
            Map<List<String>, String> others =
                    meanings.computeIfAbsent(one, key -> new LinkedHashMap<>());
            others.putAll(to.get());
            others.remove(one);
        }
        return true;
    }

    /** The terms with their stems; empty if one of them is none. */
    private static Optional<Map<List<String>, String>> terms(String side) {
        Map<List<String>, String> terms = new LinkedHashMap<>();
        for (String term : side.split(",")) {
            List<String> stems =
                    English.words(term).stream().flatMap(word -> word.stem().stream()).toList();
            if (stems.isEmpty() || stems.size() > LONGEST) {
                return Optional.empty();
            }
            terms.put(stems, term.strip());
        }
        return Optional.of(terms);
    }

    /** The terms of public safety that come with Tieline. */
    public static Synonyms builtIn() {
        try (InputStream file = Synonyms.class.getResourceAsStream("synonyms.txt")) {
            List<String> faults = new ArrayList<>();
            Synonyms synonyms =
                    of(
                            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                                    .lines()
                                    .toList(),
                            faults);
            if (!faults.isEmpty()) {
                throw new IllegalStateException(faults.toString());
            }
            return synonyms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what else a word or phrase can be called: stems, and as it is written. */
    Map<List<String>, String> of(List<String> stems) {
        return meanings.getOrDefault(stems, Map.of());
    }

    /** Returns these together with others. */
    public Synonyms with(Synonyms others) {
        Map<List<String>, Map<List<String>, String>> all = new HashMap<>();
        for (Synonyms one : List.of(this, others)) {
            one.meanings.forEach(
                    (term, same) ->
                            all.computeIfAbsent(term, key -> new LinkedHashMap<>()).putAll(same));
        }
        return new Synonyms(all);
    }
}
