package org.tieline.benchmarks.recombined;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Role;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.Visibility;

/**
 * Any number of documents made from the sentences of real ones, the same ones each time.
 *
 * @param titles of the real documents
 * @param sentences of the real documents
 */
public record Texts(List<String> titles, List<String> sentences) {
    static final Operation READ = Operation.of("recombined.read", Role.values());

    private static final String KIND = "recombined";
    private static final int FEWEST_SENTENCES = 4;
    private static final int MOST_SENTENCES = 14;
    private static final List<String> TOPICS =
            List.of("Radio", "Telephone", "Software", "Power", "Staffing", "Weather");

    public static String kind() {
        return KIND;
    }

    /** Returns the document of this number. */
    public SearchDocument document(int number) {
        Random random = new Random(number * 31L + 7);
        StringBuilder body = new StringBuilder();
        int count = FEWEST_SENTENCES + random.nextInt(MOST_SENTENCES - FEWEST_SENTENCES + 1);
        for (int i = 0; i < count; i++) {
            body.append(pick(sentences, random)).append(' ');
        }
        return new SearchDocument(
                Integer.toString(number),
                "center-" + random.nextInt(500),
                List.of(Visibility.anywhere(READ)),
                pick(titles, random),
                body.toString(),
                List.of(),
                Map.of("topic", List.of(pick(TOPICS, random))),
                Optional.of(Instant.ofEpochSecond(1_000_000_000L + random.nextInt(700_000_000))),
                Map.of(),
                "/recombined/" + number);
    }

    /** Returns two to four words that stand side by side in a title, in lower case. */
    public List<String> query(Random random) {
        while (true) {
            List<String> words =
                    Stream.of(pick(titles, random).toLowerCase(Locale.ROOT).split("[^a-z]+"))
                            .filter(word -> word.length() > 2)
                            .toList();
            int length = 2 + random.nextInt(3);
            if (words.size() >= length) {
                int from = random.nextInt(words.size() - length + 1);
                return words.subList(from, from + length);
            }
        }
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** As a file that {@link #of} reads. */
    public String written() {
        return titles.size()
                + "\n"
                + String.join("\n", titles)
                + "\n"
                + String.join("\n", sentences);
    }

    static Texts of(List<String> lines) {
        int titles = Integer.parseInt(lines.get(0));
        return new Texts(lines.subList(1, titles + 1), lines.subList(titles + 1, lines.size()));
    }
}
