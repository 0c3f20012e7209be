package org.tieline.core.internal.signin;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words that whoever guesses passwords tries first. Read anew for each password that is chosen,
 * which is seldom: kept, the hundred thousand of them would take memory all the time.
 */
final class WordList {
    private static final int SHORTEST_COMMON = 4;
    private static final int SHORTEST_CLOSE = 3;

    /** Ends that digits and signs make of a word, and not other words. */
    private static final String LEET = "0o1i1l2z3e4a5s6b7t8b9g@a$s!i|l+t";

    private final List<Dictionary> dictionaries;
    private final Set<String> common = new HashSet<>();
    private final Set<String> close = new HashSet<>();
    private final int longest;

    /**
     * @param own what belongs to the person and their center
     */
    WordList(Collection<String> own) {
        List<String> trade = trade();
        try {
            dictionaries = new ArrayList<>(StandardDictionaries.loadAllDictionaries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dictionaries.forEach(
                dictionary ->
                        dictionary.getFrequencies().stream()
                                .filter(word -> word.length() >= SHORTEST_COMMON)
                                .filter(WordList::isWord)
                                .forEach(common::add));
        dictionaries.add(new Dictionary("trade", trade));
        close.addAll(trade);
        own.stream().filter(word -> word.length() >= SHORTEST_CLOSE).forEach(close::add);
        longest =
                Math.max(
                        common.stream().mapToInt(String::length).max().orElse(0),
                        close.stream().mapToInt(String::length).max().orElse(0));
    }

    private static boolean isWord(String text) {
        return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static List<String> trade() {
        try (InputStream in = WordList.class.getResourceAsStream("trade-words.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Strength measure(String password, List<String> own) {
        try {
            Zxcvbn meter =
                    new ZxcvbnBuilder()
                            .dictionaries(dictionaries)
                            .keyboards(StandardKeyboards.loadAllKeyboards())
                            .build();
            return meter.measure(password, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Tells whether a password is nothing but a common word, or up to three that lie close, with
     * not much about them: a year, a row or repetition, a few digits and signs.
     *
     * @param folded in lower case
     */
    boolean isDecoratedWord(String folded) {
        return covered(folded, 0, 0, 0, 0);
    }

    private static final int MOST_CLOSE = 3;
    private static final int MOST_DECORATION = 6;

    /** Whether the rest from a place on can be read as such words and decoration. */
    private boolean covered(String text, int at, int commons, int closes, int decoration) {
        if (commons > 1 || commons == 1 && closes > 1 || closes > MOST_CLOSE) {
            return false;
        }
        if (decoration > MOST_DECORATION) {
            return false;
        }
        if (at == text.length()) {
            return commons + closes > 0;
        }
        for (int end = Math.min(text.length(), at + longest); end > at + 2; end--) {
            for (String word : readings(text.substring(at, end))) {
                if (close.contains(word) && covered(text, end, commons, closes + 1, decoration)) {
                    return true;
                }
                if (common.contains(word) && covered(text, end, commons + 1, closes, decoration)) {
                    return true;
                }
            }
        }
        char next = text.charAt(at);
        if (next >= 'a' && next <= 'z') {
            return false;
        }
        int run = run(text, at);
        return covered(text, at + run, commons, closes, decoration + 1)
                || run > 1 && covered(text, at + 1, commons, closes, decoration + 1);
    }

    /** How long a year, a row such as 123 or a repetition is that begins here; else 1. */
    private static int run(String text, int at) {
        if (text.startsWith("19", at) || text.startsWith("20", at)) {
            int end = at;
            while (end < text.length() && end < at + 4 && Character.isDigit(text.charAt(end))) {
                end++;
            }
            if (end == at + 4) {
                return 4;
            }
        }
        if (text.startsWith("911", at) || text.startsWith("311", at)) {
            return 3;
        }
        for (int step = -1; step <= 1; step++) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) == text.charAt(end - 1) + step) {
                end++;
            }
            if (end - at > 1) {
                return end - at;
            }
        }
        return 1;
    }

    /** The words that a piece may stand for: itself, or with digits and signs as letters. */
    private static List<String> readings(String piece) {
        if (isWord(piece)) {
            return List.of(piece);
        }
        List<String> readings = List.of("");
        int letters = 0;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            StringBuilder options = new StringBuilder();
            if (c >= 'a' && c <= 'z') {
                options.append(c);
                letters++;
            }
            for (int k = 0; k < LEET.length(); k += 2) {
                if (LEET.charAt(k) == c) {
                    options.append(LEET.charAt(k + 1));
                }
            }
            List<String> longer = new ArrayList<>();
            for (String reading : readings) {
                options.chars().forEach(option -> longer.add(reading + (char) option));
            }
            readings = longer;
            if (readings.isEmpty() || readings.size() > 64) {
                return List.of();
            }
        }
        return letters == 0 ? List.of() : readings;
    }
}
