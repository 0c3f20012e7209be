package org.tieline.sharing.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passages of which people said what is private in them. */
record JudgedPassages(List<JudgedPassage> all) {
    private static final Pattern MARK = Pattern.compile("\\{([a-z]+):([^}]*)}");

    record Private(String kind, int start, int end) {}

    record JudgedPassage(String style, String text, List<Private> spans) {
        boolean clean() {
            return spans.isEmpty();
        }

        /** What of it a list of findings leaves uncovered. */
        List<String> missedBy(List<Passage> found) {
            return spans.stream()
                    .filter(span -> !covered(span, found))
                    .map(span -> span.kind() + ": " + text.substring(span.start(), span.end()))
                    .toList();
        }

        /** Labels and punctuation may be left, each letter and digit of the datum may not. */
        private boolean covered(Private span, List<Passage> found) {
            for (int at = span.start(); at < span.end(); at++) {
                int place = at;
                if (Character.isLetterOrDigit(text.charAt(at))
                        && found.stream()
                                .noneMatch(one -> one.start() <= place && place < one.end())) {
                    return false;
                }
            }
            return true;
        }
    }

    static JudgedPassages read(String file) {
        List<JudgedPassage> passages = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                JudgedPassages.class.getResourceAsStream("/redaction/" + file),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> passages.add(passage(line)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new JudgedPassages(passages);
    }

    private static JudgedPassage passage(String line) {
        String[] parts = line.split(" \\| ", 2);
        String marked = parts[1].replace('\u23ce', '\n');
        Matcher matcher = MARK.matcher(marked);
        StringBuilder text = new StringBuilder();
        List<Private> spans = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            text.append(marked, from, matcher.start());
            int start = text.length();
            text.append(matcher.group(2));
            spans.add(new Private(matcher.group(1), start, text.length()));
            from = matcher.end();
        }
        return new JudgedPassage(parts[0], text.append(marked.substring(from)).toString(), spans);
    }

    /** What is said of the findings in all of them. */
    record Score(int spans, List<String> missed, int clean, List<String> marked) {
        double found() {
            return 1 - (double) missed.size() / spans;
        }

        double needless() {
            return (double) marked.size() / clean;
        }

        @Override
        public String toString() {
            return "%d of %d private passages found (%.1f %%), %d of %d clean ones marked (%.1f %%)%n%s%n%s"
                    .formatted(
                            spans - missed.size(),
                            spans,
                            100 * found(),
                            marked.size(),
                            clean,
                            100 * needless(),
                            String.join("\n", missed),
                            String.join("\n", marked));
        }
    }

    Score score() {
        int spans = 0;
        int clean = 0;
        List<String> missed = new ArrayList<>();
        List<String> marked = new ArrayList<>();
        for (JudgedPassage one : all) {
            List<Passage> found = PrivateData.in(one.text(), List.of());
            spans += one.spans().size();
            one.missedBy(found)
                    .forEach(
                            what ->
                                    missed.add(
                                            "MISSED "
                                                    + what
                                                    + " IN "
                                                    + one.text().replace('\n', '~')));
            if (one.clean()) {
                clean++;
                if (!found.isEmpty()) {
                    marked.add(
                            "MARKED "
                                    + found.stream()
                                            .map(
                                                    f ->
                                                            f.kind()
                                                                    + ": "
                                                                    + one.text()
                                                                            .substring(
                                                                                    f.start(),
                                                                                    f.end()))
                                            .toList()
                                    + " IN "
                                    + one.text());
                }
            }
        }
        return new Score(spans, missed, clean, marked);
    }
}
