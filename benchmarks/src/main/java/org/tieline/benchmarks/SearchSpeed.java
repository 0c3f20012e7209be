package org.tieline.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.tieline.itest.Administrator;
import org.tieline.itest.Installation;

/**
 * The product's search over HTTP beside Lucene used directly, for the same lessons, queries and
 * work: the best 20 with marked passages, and counts of all values of nine fields.
 */
final class SearchSpeed {
    private static final int SHOWN = 20;
    private static final int QUERIES = 500;
    private static final int WARM_UP = 500;

    /** As a server that runs for months. */
    private static final Duration PRODUCT_WARM_UP = Duration.ofSeconds(60);

    private SearchSpeed() {}

    /**
     * What was measured.
     *
     * @param lucene nanoseconds
     * @param product nanoseconds
     * @param mib memory of the server, without the files of its index that the system keeps
     */
    record Result(
            int size, Histogram lucene, Histogram product, LessonFiles.Speed speed, double mib) {}

    static Result measure(RecombinedLessons lessons, int size) throws Exception {
        Path directory = Files.createTempDirectory("tieline-speed-");
        try (Installation installation = Installation.withAdministrator(Map.of()).start();
                RawLucene raw = new RawLucene(directory)) {
            Administrator administrator = Administrator.of(installation);
            LessonFiles.Speed speed =
                    new LessonFiles(installation.base(), administrator).bring(lessons, size);
            for (int number = 0; number < size; number++) {
                raw.add(lessons.lesson(number));
            }
            raw.open();
            Histogram lucene = new Histogram(3);
            Histogram product = new Histogram(3);
            Calls calls = new Calls(installation.base(), administrator.token());
            Random random = new Random(7);
            Load.warmUp(2, PRODUCT_WARM_UP, () -> calls.get(path(lessons.query(random))));
            for (int i = 0; i < WARM_UP + QUERIES; i++) {
                List<String> words = lessons.query(random);
                String path = path(words);
                long start = System.nanoTime();
                raw.search(words, SHOWN);
                long between = System.nanoTime();
                calls.get(path);
                long end = System.nanoTime();
                if (i >= WARM_UP) {
                    lucene.recordValue(between - start);
                    product.recordValue(end - between);
                }
            }
            return new Result(size, lucene, product, speed, Memory.anonymous(installation.pid()));
        } finally {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static String path(List<String> words) {
        String text = URLEncoder.encode(String.join(" ", words), StandardCharsets.UTF_8);
        return "/search?limit=%d&q=%s".formatted(SHOWN, text);
    }
}
