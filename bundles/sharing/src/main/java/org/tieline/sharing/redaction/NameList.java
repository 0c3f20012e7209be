package org.tieline.sharing.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which words are names of persons, and which are ordinary words; all in capital letters. */
final class NameList {
    private static final Set<String> FIRST = read("first-names.txt");
    private static final Set<String> LAST = read("last-names.txt");
    private static final Set<String> ORDINARY = read("words.txt", "trade.txt");

    private NameList() {}

    private static Set<String> read(String... files) {
        Set<String> words = new HashSet<>();
        for (String file : files) {
            try (InputStream stream = NameList.class.getResourceAsStream(file);
                    BufferedReader lines =
                            new BufferedReader(
                                    new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> words.addAll(List.of(line.split(" "))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Set.copyOf(words);
    }

    static boolean isFirst(String word) {
        return FIRST.contains(word) || word.indexOf('-') > 0 && any(word, FIRST::contains);
    }

    static boolean isLast(String word) {
        return LAST.contains(word)
                || word.startsWith("O'") && word.length() > 4
                || word.indexOf('-') > 0 && any(word, part -> LAST.contains(part));
    }

    /** Is it a word that a text may hold without meaning a person? */
    static boolean isOrdinary(String word) {
        return ORDINARY.contains(word)
                || word.endsWith("'S") && ORDINARY.contains(word.substring(0, word.length() - 2))
                || word.indexOf('-') > 0 && any(word, ORDINARY::contains);
    }

    private static boolean any(String word, Predicate<String> is) {
        for (String part : word.split("-")) {
            if (is.test(part)) {
                return true;
            }
        }
        return false;
    }
}
