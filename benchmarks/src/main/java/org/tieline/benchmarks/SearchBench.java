package org.tieline.benchmarks;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Measures the search: how good it is on judged collections, which lie outside the project, and how
 * fast. The system property {@code bench.collections} names their directories as a path list,
 * {@code bench.lessons} the directory of real lessons, {@code bench.documents} how many lessons to
 * make of them for the speed, with commas.
 */
public final class SearchBench {
    private static final String HEADING = "## Search\n";

    private final List<String> quality = new ArrayList<>();
    private final List<String> speed = new ArrayList<>();

    private SearchBench() {}

    /**
     * Writes the search's section of a report anew and leaves the others.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws Exception {
        SearchBench bench = new SearchBench();
        for (String directory :
                System.getProperty("bench.collections", "").split(File.pathSeparator)) {
            if (!directory.isBlank()) {
                bench.measureQuality(Path.of(directory));
            }
        }
        RecombinedLessons lessons = RealTexts.read(Path.of(System.getProperty("bench.lessons")));
        for (String size : System.getProperty("bench.documents", "100000").split(",")) {
            bench.measureSpeed(lessons, Integer.parseInt(size.strip()));
            Report.replace(Path.of(arguments[0]), HEADING, bench.text());
        }
        System.out.println(bench.text());
    }

    private void measureQuality(Path directory) throws Exception {
        System.out.println("bench: quality of search on " + directory.getFileName());
        JudgedCollection collection = JudgedCollection.read(directory);
        JudgedCollection.Quality lucene = SearchQuality.lucene(collection);
        JudgedCollection.Quality product = SearchQuality.product(collection);
        quality.add(row(directory, "nDCG@10", lucene.ndcg(), product.ndcg()));
        quality.add(row(directory, "MAP", lucene.map(), product.map()));
    }

    private static String row(Path directory, String measure, double lucene, double product) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %+.1f %% |",
                directory.getFileName(),
                measure,
                lucene,
                product,
                (product / lucene - 1) * 100);
    }

    private void measureSpeed(RecombinedLessons lessons, int size) throws Exception {
        System.out.println("bench: speed of search in " + size + " lessons");
        SearchSpeed.Result result = SearchSpeed.measure(lessons, size);
        speed.add(
                String.format(
                        Locale.ROOT,
                        "| %,d | %.2f | %.2f | %.2f | %.2f | %.1f | %,.0f | %,.0f | %.0f |",
                        size,
                        at(result.lucene(), 50),
                        at(result.lucene(), 99),
                        at(result.product(), 50),
                        at(result.product(), 99),
                        at(result.product(), 50) / at(result.lucene(), 50),
                        result.speed().imported(),
                        result.speed().found(),
                        result.mib()));
    }

    private static double at(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    private String text() {
        return HEADING
                + """
                ### Quality
                Mean over the judged queries; the gain of a grade is 2^grade - 1. Lucene is BM25 (k1 1.2, b 0.75) with its English analyzer over title and body in
                one field. The collections are named with `./tieline bench -Dbench.collections=DIRECTORY`; none is part of the project. Aim: 10 %% better.

                | collection | measure | Lucene | product | |
                |---|---|---|---|---|
                %s

                ### Speed
                Milliseconds for the best 20 of a query of two to four words out of a title, with marked passages and counts of every value of nine fields, one
                query after the other. The product answers over HTTP with a token; Lucene does the same work in the program that measures, without typing errors,
                synonyms, rights and the better order. Lessons are made of the sentences of real ones: those of `knowledge-base`, or those of the CSV files in
                `-Dbench.lessons=DIRECTORY`; they belong to 20 centers and come as CSV files of 10,000 into Derby. Imported counts from sending a file until all its
                lessons are on the disk, while the search follows; found until all can be found; the first three files are not counted. Memory is without the files that the system keeps.
                Aim: at most 2 times, a million under 40 ms, memory under 1 GiB, 2,000 imported a second.
                The load average was %.1f at the end; above 1 the figures are worse than the machine's.

                | lessons | Lucene median | Lucene 99 %% | product median | product 99 %% | times | imported /s | found /s | memory, MiB |
                |---|---|---|---|---|---|---|---|---|
                %s
                """
                        .formatted(
                                String.join("\n", quality),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                String.join("\n", speed));
    }
}
