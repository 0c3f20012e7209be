package org.tieline.itest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many answers of which class everybody got, and those that should not have been. */
public final class FuzzReport {
    private static final int MOST_SHOWN = 300;

    private final Map<String, int[]> byWho = new TreeMap<>();
    private final Map<String, Integer> byKind = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final int[] bySpoiled = new int[4];
    private int count;

    synchronized void add(String who, boolean api, int spoiled, int status) {
        count++;
        byWho.computeIfAbsent(who + (api ? ", API" : ", pages"), name -> new int[6])[
                status / 100]++;
        bySpoiled[spoiled]++;
    }

    synchronized void wrong(String who, String what, Message message, String answer) {
        String kind =
                what
                        + ": "
                        + message.method
                        + " "
                        + message.path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|r-[0-9a-f-]{36}", "*");
        byKind.merge(kind, 1, Integer::sum);
        if (wrong.size() < MOST_SHOWN) {
            wrong.add(
                    "%s as %s:\n%s\n-> %s\n"
                            .formatted(
                                    what,
                                    who,
                                    cut(new String(message.bytes("-"), StandardCharsets.UTF_8)),
                                    cut(answer)));
        }
    }

    /**
     * @param keep false if what was sent was no HTTP, to which a closed connection is an answer
     */
    synchronized void dropped(String who, boolean keep, Message message, Exception e) {
        count++;
        byWho.computeIfAbsent(who + ", dropped", name -> new int[6])[0]++;
        if (keep) {
            wrong(who, "connection dropped", message, e.toString());
        }
    }

    private static String cut(String text) {
        String secretless = text.replaceAll("Bearer \\S+", "Bearer ...");
        return secretless.length() > 1_500 ? secretless.substring(0, 1_500) + "..." : secretless;
    }

    /** How many answers came. */
    public synchronized int count() {
        return count;
    }

    /** How many requests had so many things spoiled. */
    public synchronized int spoiled(int things) {
        return bySpoiled[things];
    }

    /** Answers of a class, such as 5. */
    public synchronized int ofClass(int first) {
        return byWho.values().stream().mapToInt(counts -> counts[first]).sum();
    }

    /** The answers that should not have been, with what was sent. */
    public synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many answers should not have been. */
    public synchronized int wrongs() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A table in Markdown, a line for everybody. */
    public synchronized String table() {
        StringBuilder table =
                new StringBuilder(
                        "| who | 2xx | 3xx | 4xx | 5xx | closed |\n|---|---|---|---|---|---|\n");
        byWho.forEach(
                (who, counts) ->
                        table.append(
                                "| %s | %d | %d | %d | %d | %d |\n"
                                        .formatted(
                                                who, counts[2], counts[3], counts[4], counts[5],
                                                counts[0])));
        return table.toString();
    }

    /** What went wrong, one line for each kind. */
    public synchronized String kinds() {
        StringBuilder kinds = new StringBuilder();
        byKind.forEach(
                (kind, times) -> kinds.append(times).append(" x ").append(kind).append('\n'));
        return kinds.toString();
    }
}
