package org.tieline.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Any number of lessons made from the sentences of real ones, the same ones each time.
 *
 * @param titles of the real lessons
 * @param sentences of the real lessons
 */
record RecombinedLessons(List<String> titles, List<String> sentences) {
    private static final int FEWEST_SENTENCES = 4;
    private static final int MOST_SENTENCES = 14;
    private static final int PIECE = 10_000;
    private static final int CENTERS = 20;
    private static final List<String> TOPICS =
            List.of("radio", "telephone", "software", "power", "staffing", "weather");
    private static final List<String> SYSTEMS =
            List.of("CAD", "Phones", "Recorder", "Console", "Network");
    private static final List<String> CATEGORIES = List.of("technology", "process", "people");
    private static final List<String> SEVERITIES = List.of("low", "moderate", "high", "critical");
    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 9, 9);
    private static final int DAYS = 8_000;

    /**
     * One lesson.
     *
     * @param piece it is imported together with
     */
    record Lesson(
            int number,
            Piece piece,
            String title,
            String body,
            String topic,
            String system,
            LocalDate happened) {}

    /** Lessons that are imported together. */
    record Piece(int number) {
        static int count(int lessons) {
            return (lessons + PIECE - 1) / PIECE;
        }

        int first() {
            return number * PIECE;
        }

        int end(int lessons) {
            return Math.min(lessons, first() + PIECE);
        }

        String center() {
            return "speed-" + number % CENTERS;
        }

        String category() {
            return CATEGORIES.get(number % CATEGORIES.size());
        }

        String severity() {
            return SEVERITIES.get(number % SEVERITIES.size());
        }
    }

    Lesson lesson(int number) {
        Random random = new Random(number * 31L + 7);
        StringBuilder body = new StringBuilder();
        int count = FEWEST_SENTENCES + random.nextInt(MOST_SENTENCES - FEWEST_SENTENCES + 1);
        for (int i = 0; i < count; i++) {
            body.append(pick(sentences, random)).append(' ');
        }
        return new Lesson(
                number,
                new Piece(number / PIECE),
                pick(titles, random),
                body.toString(),
                pick(TOPICS, random),
                pick(SYSTEMS, random),
                FIRST_DAY.plusDays(random.nextInt(DAYS)));
    }

    /** Returns two to four words that stand side by side in a title, in lower case. */
    List<String> query(Random random) {
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
}
