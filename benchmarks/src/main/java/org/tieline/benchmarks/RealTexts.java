package org.tieline.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Titles and sentences of documents that people wrote. */
final class RealTexts {
    private static final int SHORTEST_SENTENCE = 30;

    private final List<String> titles = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    private RealTexts() {}

    /**
     * @param directory of lessons as CSV files with a line of headings, or as Markdown files
     */
    static RecombinedLessons read(Path directory) throws IOException {
        RealTexts texts = new RealTexts();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(".csv")) {
                    texts.readTable(file);
                } else if (file.toString().endsWith(".md")) {
                    texts.readText(Files.readString(file));
                }
            }
        }
        return new RecombinedLessons(texts.titles, texts.sentences);
    }

    /** The first cell of several words is the title, the longer ones are the text. */
    private void readTable(Path file) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setAllowMissingColumnNames(true)
                        .setIgnoreSurroundingSpaces(true)
                        .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
                Stream<CSVRecord> records = format.parse(reader).stream()) {
            records.forEach(
                    record -> {
                        record.stream()
                                .filter(cell -> cell.split(" ").length > 2)
                                .filter(cell -> cell.length() < 200)
                                .findFirst()
                                .map(cell -> cell.replaceAll("\\s+", " "))
                                .ifPresent(titles::add);
                        record.stream().forEach(this::addSentences);
                    });
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be read", e);
        }
    }

    private void readText(String text) {
        text.lines()
                .filter(line -> line.startsWith("title: "))
                .map(line -> line.substring("title: ".length()))
                .forEach(titles::add);
        text.lines().filter(line -> !line.matches("\\w+:.*")).forEach(this::addSentences);
    }

    private void addSentences(String text) {
        Stream.of(text.strip().split("(?<=[.!?])\\s+"))
                .map(sentence -> sentence.replaceAll("\\s+", " "))
                .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                .forEach(sentences::add);
    }
}
