package org.tieline.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tieline.itest.Administrator;
import org.tieline.itest.Installation;

/**
 * Measures the management of changes with few changes and with many. The system property {@code
 * bench.changes} says how many, with commas.
 */
public final class ChangeBench {
    private static final String HEADING = "## Changes\n";
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final String CREATE = "create, with conflict check";

    private final Map<String, List<Load.Result>> http = new LinkedHashMap<>();
    private final Instant now = Instant.now();
    private final Region region = new Region(now);
    private final ChangeCalls work = new ChangeCalls(region, now);
    private final List<Integer> sizes = new ArrayList<>();
    private Load.Result bare;

    private ChangeBench() {
        for (String size : System.getProperty("bench.changes", "10000,100000").split(",")) {
            sizes.add(Integer.valueOf(size.strip()));
        }
    }

    /**
     * Writes the changes' section of a report anew and leaves the others.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws Exception {
        ChangeBench bench = new ChangeBench();
        bench.measure();
        String text = bench.text();
        Report.replace(Path.of(arguments[0]), HEADING, text);
        System.out.println(text);
    }

    private void measure() throws Exception {
        System.setProperty("derby.storage.pageCacheSize", "4000");
        try (Installation installation = Installation.withAdministrator(Map.of())) {
            System.setProperty("derby.stream.error.file", installation.data() + "/bench.log");
            installation.start();
            Administrator administrator = Administrator.of(installation);
            String url = "jdbc:derby:" + installation.data().resolve("db").resolve("tieline");
            PastChanges changes = new PastChanges(region, now);
            for (int size : sizes) {
                System.out.println("bench: writing " + size + " changes");
                installation.stop();
                changes.fill(url, size);
                System.out.println("bench: changes, " + size);
                installation.start();
                SearchOf.CHANGES.awaitWhole(administrator.api(), 0);
                measure(new Calls(installation.base(), administrator.token()));
            }
            installation.stop();
            try (BareChange change = new BareChange(url)) {
                bare = Load.run(1, () -> change::write);
            }
            PastChanges.shutDown(url);
        }
    }

    private interface Work {
        void run(Calls calls) throws IOException;
    }

    private void measure(Calls calls) throws Exception {
        Map<String, Work> works = new LinkedHashMap<>();
        works.put(CREATE, all -> all.post("/changes", work.draft(), 201));
        works.put("conflict check alone", all -> all.post("/changes/preview", work.draft(), 200));
        works.put("list page, 50 newest of all", all -> all.get("/changes"));
        works.put(
                "list page, a center's scheduled",
                all -> all.get("/changes?state=scheduled&center=" + work.center().id()));
        works.put(
                "list page, of a network of all centers",
                all -> all.get("/changes?asset=" + work.center().deep().get(0)));
        works.put("list page, of an asset", all -> all.get("/changes?asset=" + work.asset()));
        works.put("calendar month of a center", all -> all.get(work.month()));
        Load.warmUp(
                1,
                WARM_UP,
                () -> {
                    for (Work each : works.values()) {
                        each.run(calls);
                    }
                });
        for (Map.Entry<String, Work> each : works.entrySet()) {
            http.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                    .add(Load.run(1, () -> () -> each.getValue().run(calls)));
        }
    }

    private String text() {
        String columns =
                sizes.stream()
                        .map(size -> " %,d: median | 99 %% |".formatted(size))
                        .collect(Collectors.joining());
        return HEADING
                +
"""
Milliseconds over HTTP with a token on Derby, one client, in %d centers with %,d assets and %d changes in the coming eight weeks of each
center; all others lie in the three years before. Of a network of all centers a page is full with either number, of an asset there are ten times
as many to show. Measured after two minutes of the same work. A change is created with two assets, an implementer and two steps. The rows
of such a change written into the same tables with bare JDBC take %.2f by the median: created over HTTP it takes %.1f times as long.
Aim: create under 15 ms, a list page under 10 ms, a calendar month under 50 ms by the median, growth under 2 times.
The load average was %.1f at the end; above 1 the figures are worse than the machine's.

| |%s growth |
|---|%s---|
%s
"""
                        .formatted(
                                Region.CENTERS,
                                Region.ASSETS,
                                PastChanges.COMING,
                                bare.median(),
                                last(http.get(CREATE)).median() / bare.median(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                columns,
                                "---|---|".repeat(sizes.size()),
                                http.entrySet().stream()
                                        .map(work -> row(work.getKey(), work.getValue()))
                                        .collect(Collectors.joining("\n")));
    }

    private static String row(String what, List<Load.Result> results) {
        return "| "
                + what
                + " |"
                + results.stream()
                        .map(
                                result ->
                                        String.format(
                                                Locale.ROOT,
                                                " %.2f | %.2f |",
                                                result.median(),
                                                result.p99()))
                        .collect(Collectors.joining())
                + String.format(
                        Locale.ROOT,
                        " %.1f times |",
                        last(results).median() / results.get(0).median());
    }

    private static Load.Result last(List<Load.Result> results) {
        return results.get(results.size() - 1);
    }
}
