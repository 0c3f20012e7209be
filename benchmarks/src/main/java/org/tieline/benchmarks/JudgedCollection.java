package org.tieline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents, queries, and what people judged of which document answers which query: {@code
 * docs.jsonl} with id, title and body, {@code queries.jsonl} with id and text, {@code qrels.tsv}
 * with query, document and grade.
 */
record JudgedCollection(
        List<Doc> documents,
        Map<String, String> queries,
        Map<String, Map<String, Integer>> grades) {
    static final int DEPTH = 1_000;
    private static final int CUT = 10;

    record Doc(String id, String title, String body) {}

    /** Both measures as the mean over the queries that have an answer. */
    record Quality(double ndcg, double map) {}

    interface Engine {
        /** Returns ids of documents, the best first. */
        List<String> search(String query) throws Exception;
    }

    static JudgedCollection read(Path directory) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Doc> documents = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("docs.jsonl"))) {
            JsonNode node = json.readTree(line);
            documents.add(
                    new Doc(
                            node.path("id").asText(),
                            node.path("title").asText(),
                            node.path("body").asText()));
        }
        Map<String, String> queries = new HashMap<>();
        for (String line : Files.readAllLines(directory.resolve("queries.jsonl"))) {
            JsonNode node = json.readTree(line);
            queries.put(node.path("id").asText(), node.path("text").asText());
        }
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (String line : Files.readAllLines(directory.resolve("qrels.tsv"))) {
            String[] parts = line.split("\t");
            grades.computeIfAbsent(parts[0], query -> new HashMap<>())
                    .put(parts[1], Integer.parseInt(parts[2].strip()));
        }
        return new JudgedCollection(documents, queries, grades);
    }

    Quality measure(Engine engine) throws Exception {
        double ndcg = 0;
        double map = 0;
        int judged = 0;
        for (Map.Entry<String, String> query : queries.entrySet()) {
            Map<String, Integer> graded = grades.getOrDefault(query.getKey(), Map.of());
            if (graded.values().stream().noneMatch(grade -> grade > 0)) {
                continue;
            }
            List<String> found = engine.search(query.getValue());
            ndcg += ndcg(found, graded);
            map += averagePrecision(found, graded);
            judged++;
        }
        return new Quality(ndcg / judged, map / judged);
    }

    private static double ndcg(List<String> found, Map<String, Integer> graded) {
        List<Integer> best =
                graded.values().stream().sorted(Comparator.reverseOrder()).limit(CUT).toList();
        return gain(found.stream().limit(CUT).map(id -> graded.getOrDefault(id, 0)).toList())
                / gain(best);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += (Math.pow(2, Math.max(0, grades.get(i))) - 1) * Math.log(2) / Math.log(i + 2);
        }
        return gain;
    }

    private static double averagePrecision(List<String> found, Map<String, Integer> graded) {
        int hits = 0;
        double sum = 0;
        for (int i = 0; i < Math.min(DEPTH, found.size()); i++) {
            if (graded.getOrDefault(found.get(i), 0) > 0) {
                hits++;
                sum += (double) hits / (i + 1);
            }
        }
        return sum / graded.values().stream().filter(grade -> grade > 0).count();
    }
}
