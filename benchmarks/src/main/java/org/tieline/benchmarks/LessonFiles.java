package org.tieline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tieline.benchmarks.RecombinedLessons.Lesson;
import org.tieline.benchmarks.RecombinedLessons.Piece;
import org.tieline.itest.Administrator;
import org.tieline.itest.Api;

/** Brings lessons into an installation as files, as a center manager does. */
final class LessonFiles {
    private static final int WARM_UP = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> centers = new HashSet<>();
    private final Calls calls;
    private final Api api;
    private final URI base;
    private final String token;

    LessonFiles(URI base, Administrator administrator) {
        this.base = base;
        this.token = administrator.token();
        this.calls = new Calls(base, token);
        this.api = administrator.api().at(base);
    }

    /**
     * How fast it went.
     *
     * @param imported lessons in a second, from sending the first file to the last lesson on the
     *     disk, while the search followed
     * @param found lessons in a second until each could be found
     */
    record Speed(double imported, double found) {}

    /** The first files are not counted: a server that runs for months has done it before. */
    Speed bring(RecombinedLessons lessons, int size) throws IOException, InterruptedException {
        long before = SearchOf.LESSONS.awaitWhole(api, 0);
        int files = Piece.count(size);
        int uncounted = Math.min(WARM_UP, files / 2);
        long imported = 0;
        for (int number = 0; number < files; number++) {
            if (number == uncounted) {
                SearchOf.LESSONS.awaitWhole(api, before + new Piece(number).first());
                imported = 0;
            }
            imported += bring(lessons, number, size);
        }
        long begin = System.nanoTime();
        SearchOf.LESSONS.awaitWhole(api, before + size);
        long found = imported + System.nanoTime() - begin;
        double counted = size - new Piece(uncounted).first();
        return new Speed(counted / (imported / 1e9), counted / (found / 1e9));
    }

    /** Returns the nanoseconds from sending the file until its lessons were on the disk. */
    long bring(RecombinedLessons lessons, int number, int size)
            throws IOException, InterruptedException {
        Piece piece = new Piece(number);
        if (centers.add(piece.center())) {
            calls.createCenter(piece.center());
        }
        Path file = Files.createTempFile("lessons-", ".csv");
        try {
            write(lessons, piece, piece.end(size), file);
            long begin = System.nanoTime();
            awaitImported(send(piece, file));
            return System.nanoTime() - begin;
        } finally {
            Files.delete(file);
        }
    }

    private static void write(RecombinedLessons lessons, Piece piece, int end, Path file)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, CSVFormat.DEFAULT)) {
            csv.printRecord("Number", "Title", "Lesson", "Topics", "Systems", "Date");
            for (int number = piece.first(); number < end; number++) {
                Lesson lesson = lessons.lesson(number);
                csv.printRecord(
                        lesson.number(),
                        lesson.title(),
                        lesson.body(),
                        lesson.topic(),
                        lesson.system(),
                        lesson.happened());
            }
        }
    }

    /** Returns the id of the import that began. */
    private String send(Piece piece, Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        base.resolve(
                                                "/api/v1/lesson-imports?state=published&center="
                                                        + piece.center()
                                                        + "&category="
                                                        + piece.category()
                                                        + "&severity="
                                                        + piece.severity()))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("The import answered " + answer.body());
        }
        return Api.JSON.readTree(answer.body()).path("id").asText();
    }

    private void awaitImported(String run) throws InterruptedException {
        String state;
        do {
            TimeUnit.MILLISECONDS.sleep(50);
            JsonNode report = api.get("/lesson-imports/" + run).expect(200).json();
            state = report.path("state").asText();
            if (!state.equals("running") && report.path("faulty").asInt() > 0) {
                throw new IllegalStateException("Rows were left out: " + report);
            }
        } while (state.equals("running"));
    }
}
