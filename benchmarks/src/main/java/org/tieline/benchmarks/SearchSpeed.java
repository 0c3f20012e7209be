package org.tieline.benchmarks;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.tieline.benchmarks.recombined.Activator;
import org.tieline.benchmarks.recombined.Texts;
import org.tieline.itest.Administrator;
import org.tieline.itest.Api;
import org.tieline.itest.Installation;
import org.tieline.itest.PluginJar;

/**
 * The product's search over HTTP beside Lucene used directly, for the same documents, queries and
 * work: the best 20 with marked passages, and counts of all values of four fields. The documents
 * come from a plug-in.
 */
final class SearchSpeed {
    private static final int SHOWN = 20;
    private static final int QUERIES = 500;
    private static final int WARM_UP = 500;

    /** As a server that runs for months. */
    private static final Duration PRODUCT_WARM_UP = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofHours(1);

    private SearchSpeed() {}

    /**
     * What was measured.
     *
     * @param lucene nanoseconds
     * @param product nanoseconds
     * @param perSecond documents indexed in a second by the product
     * @param mib memory of the server, without the files of its index that the system keeps
     */
    record Result(int size, Histogram lucene, Histogram product, double perSecond, double mib) {}

    static Result measure(Texts texts, int size) throws Exception {
        Path directory = Files.createTempDirectory("tieline-speed-");
        try (Installation installation = Installation.withAdministrator(Map.of()).start();
                RawLucene raw = new RawLucene(directory)) {
            Administrator administrator = Administrator.of(installation);
            double perSecond = fill(installation, administrator.api(), texts, size);
            for (int number = 0; number < size; number++) {
                raw.add(texts.document(number));
            }
            raw.open();
            Histogram lucene = new Histogram(3);
            Histogram product = new Histogram(3);
            Calls calls = new Calls(installation.base(), administrator.token());
            Random random = new Random(7);
            Load.warmUp(2, PRODUCT_WARM_UP, () -> calls.get(path(texts.query(random))));
            for (int i = 0; i < WARM_UP + QUERIES; i++) {
                List<String> words = texts.query(random);
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
            return new Result(
                    size, lucene, product, perSecond, Memory.anonymous(installation.pid()));
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

    /** Returns how many documents were indexed in a second. */
    private static double fill(Installation installation, Api api, Texts texts, int size)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        new PluginJar("org.tieline.benchmarks.recombined", "1.0.0")
                .header("Bundle-Activator", Activator.class.getName())
                .header(
                        "Import-Package",
                        "org.osgi.framework,org.tieline.api.access,org.tieline.api.journal,"
                                + "org.tieline.spi.search")
                .header(Activator.SIZE, Integer.toString(size))
                .classes(Activator.CLASSES)
                .file(Activator.TEXTS, texts.written())
                .install(installation, "recombined.jar");
        long end = begin + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var answer = api.get("/search?limit=1&q=kind:" + Texts.kind()).expect(200).json();
            if (answer.path("total").asInt() == size && !answer.hasNonNull("progress")) {
                return size / ((System.nanoTime() - begin) / 1e9);
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException("Not all documents were indexed within " + PATIENCE);
    }
}
