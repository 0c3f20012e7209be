package org.tieline.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.tieline.itest.Administrator;
import org.tieline.itest.Installation;

/**
 * Measures what a server holds in memory after a start, under mixed work and at rest after it, and
 * how long the first calls after a start take. The system property {@code bench.beside} names other
 * unpacked distributions, as a path list from the newer to the older, that do the same in turns
 * with the one that was built, a few seconds each: for all, the machine then has the same good and
 * bad minutes. {@code bench.minutes} is how long each works, {@code bench.rest} how many minutes
 * all rest, {@code bench.imports} how many files of 10,000 lessons are imported and counted at the
 * end.
 */
public final class MemoryBench {
    private static final String HEADING = "## Memory\n";
    private static final int CHANGES = 5_000;
    private static final int LESSONS = 3_000;
    private static final int STARTS = 3;
    private static final int FIRST_CALLS = 10;
    private static final int UNCOUNTED_FILES = 2;
    private static final int PIECE = 10_000;
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Duration work = Duration.ofMinutes(Long.getLong("bench.minutes", 12));
    private final Duration rest = Duration.ofMinutes(Long.getLong("bench.rest", 10));
    private final int files = Integer.getInteger("bench.imports", 5);
    private final RecombinedLessons lessons;
    private final Instant now = Instant.now();
    private final Region region = new Region(now);
    private final List<Server> servers = new ArrayList<>();

    private MemoryBench(RecombinedLessons lessons) {
        this.lessons = lessons;
    }

    /**
     * Writes the section on memory of a report anew and leaves the others.
     *
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws Exception {
        MemoryBench bench =
                new MemoryBench(
                        RealTexts.read(
                                Path.of(
                                        System.getProperty(
                                                "bench.lessons",
                                                "knowledge-base/src/main/resources"))));
        try {
            bench.measure();
            String text = bench.text();
            System.out.println(text);
            Report.replace(Path.of(arguments[0]), HEADING, text);
        } catch (IOException e) {
            bench.servers.forEach(
                    server ->
                            server.installation
                                    .errors()
                                    .forEach(error -> say(server.name + " logged " + error)));
            throw e;
        } finally {
            bench.servers.forEach(server -> server.installation.close());
        }
    }

    /** A server, and what was measured of it. */
    private final class Server {
        private final String name;
        private final Installation installation;
        private final Map<String, Double> mib = new LinkedHashMap<>();
        private final List<Double> startSeconds = new ArrayList<>();
        private final List<List<Double>> firstCreates = new ArrayList<>();
        private final Map<String, Histogram> latencies = new TreeMap<>();
        private final List<Double> imported = new ArrayList<>();
        private final ChangeCalls changes = new ChangeCalls(region, now);
        private Administrator administrator;
        private MixedWork mixed;
        private long done;

        Server(String name, Installation installation) {
            this.name = name;
            this.installation = installation;
        }

        /** Runs it for the first time, and brings what all of them hold. */
        void prepare() throws Exception {
            System.setProperty("derby.stream.error.file", installation.data() + "/bench.log");
            installation.start();
            administrator = Administrator.of(installation);
            installation.stop();
            new PastChanges(region, now)
                    .fill(
                            "jdbc:derby:" + installation.data().resolve("db").resolve("tieline"),
                            CHANGES);
            installation.start();
            new LessonFiles(installation.base(), administrator).bring(lessons, 0, LESSONS);
            SearchOf.CHANGES.awaitWhole(administrator.api(), 0);
            installation.stop();
        }

        /** Takes the records of another, and runs for the first time. */
        void copy(Server other) throws IOException {
            administrator = other.administrator;
            for (String part : List.of("db", "files", "search")) {
                Path from = other.installation.data().resolve(part);
                if (Files.exists(from)) {
                    copy(from, installation.data().resolve(part));
                }
            }
            installation.start();
            installation.stop();
        }

        private static void copy(Path from, Path to) throws IOException {
            try (Stream<Path> all = Files.walk(from)) {
                for (Path path : all.toList()) {
                    Path copy = to.resolve(from.relativize(path));
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy);
                }
            }
        }

        /** Starts it, and creates the first changes at once. */
        void start() throws IOException {
            long begin = System.nanoTime();
            installation.start();
            startSeconds.add((System.nanoTime() - begin) / 1e9);
            Calls calls = new Calls(installation.base(), administrator.token());
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < FIRST_CALLS; i++) {
                long sent = System.nanoTime();
                calls.post("/changes", changes.draft(), 201);
                millis.add((System.nanoTime() - sent) / 1e6);
            }
            firstCreates.add(millis);
        }

        void open() throws IOException {
            mixed =
                    new MixedWork(
                            new Calls(installation.base(), administrator.token()),
                            administrator.api().at(installation.base()),
                            changes,
                            lessons);
        }

        void work(Duration length, boolean counted) throws IOException {
            Map<String, Histogram> into = counted ? latencies : new TreeMap<>();
            long end = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < end) {
                mixed.run(into);
                done++;
            }
        }

        void bring(int number) throws Exception {
            long nanos =
                    new LessonFiles(installation.base(), administrator)
                            .bring(lessons, number, (number + 1) * PIECE);
            SearchOf.LESSONS.awaitWhole(administrator.api().at(installation.base()), 0);
            if (number > UNCOUNTED_FILES) {
                imported.add(PIECE / (nanos / 1e9));
            }
        }

        void weigh(String when) throws IOException {
            mib.put(when, Memory.resident(installation.pid()));
            System.out.printf(
                    Locale.ROOT,
                    "bench: %s, %s: %.0f MiB, of which %.0f MiB are its own%n",
                    name,
                    when,
                    mib.get(when),
                    Memory.anonymous(installation.pid()));
        }

        /** The mean of the medians of all works, each in comparison with another server's. */
        double times(Server other) {
            return latencies.keySet().stream()
                    .mapToDouble(what -> median(what) / other.median(what))
                    .average()
                    .orElseThrow();
        }

        private double median(String what) {
            return latencies.get(what).getValueAtPercentile(50) / 1e6;
        }
    }

    private void measure() throws Exception {
        servers.add(new Server("this version", Installation.withAdministrator(Map.of())));
        for (String path : System.getProperty("bench.beside", "").split(":")) {
            if (!path.isBlank()) {
                Path program = Path.of(path);
                servers.add(
                        new Server(
                                program.getFileName().toString(),
                                Installation.withAdministrator(program, Map.of())));
            }
        }
        say("preparing");
        Server oldest = servers.get(servers.size() - 1);
        oldest.prepare();
        for (Server server : servers.subList(0, servers.size() - 1)) {
            server.copy(oldest);
        }
        for (int i = 0; i < STARTS; i++) {
            say("start " + (i + 1) + " of " + STARTS);
            for (Server server : servers) {
                server.start();
                if (i < STARTS - 1) {
                    server.installation.stop();
                }
            }
        }
        for (Server server : servers) {
            Memory.awaitQuiet(server.installation.pid());
            server.weigh("idle after the start");
            server.open();
        }
        mixedWork();
        say("resting");
        TimeUnit.MILLISECONDS.sleep(rest.toMillis());
        for (Server server : servers) {
            server.weigh("after " + rest.toMinutes() + " minutes of rest");
        }
        say("importing lessons");
        for (int i = 1; i <= UNCOUNTED_FILES + files && files > 0; i++) {
            for (Server server : servers) {
                server.bring(i);
            }
        }
    }

    private void mixedWork() throws IOException {
        long turns = work.dividedBy(TURN);
        for (long turn = 0; turn < turns; turn++) {
            for (Server server : servers) {
                server.work(TURN, turn >= turns / 3);
            }
            if ((turn + 1) % Math.max(1, turns / 6) == 0) {
                long minutes = TURN.multipliedBy(turn + 1).toMinutes();
                for (Server server : servers) {
                    server.weigh("after " + minutes + " minutes of work");
                }
            }
        }
    }

    private String text() {
        StringBuilder out = new StringBuilder(HEADING);
        out.append(
"""
Resident MiB of the process, in 20 centers with 5,000 assets, 5,000 changes and 3,000 lessons on Derby. One client at full speed does what people and
machines do in a day, mixed: pages, lists, searches, changes, lessons, comments, sign-ins; %s pieces of it in %d minutes. Then nobody asks anything.
The first creates are those of %d starts, sent one after the other as soon as `/health/ready` answers 200. Several servers are measured side by side,
%d seconds of each in turn; times compares the medians with those of this version, the mean of all kinds of work. Aim: 450 MiB after load, no first create
over 150 ms. The load average was %.1f at the end.

"""
                        .formatted(
                                String.format(Locale.ROOT, "%,d", servers.get(0).done),
                                work.toMinutes(),
                                STARTS,
                                TURN.toSeconds(),
                                ManagementFactory.getOperatingSystemMXBean()
                                        .getSystemLoadAverage()));
        out.append(row("", server -> server.name));
        out.append("|---|").append("---|".repeat(servers.size())).append('\n');
        for (String when : servers.get(0).mib.keySet()) {
            out.append(row(when, server -> format("%.0f", server.mib.get(when))));
        }
        out.append(
                row(
                        "second start, s, median",
                        server -> format("%.1f", median(server.startSeconds))));
        out.append(
                row(
                        "first creates, ms, slowest of each start",
                        server ->
                                server.firstCreates.stream()
                                        .map(creates -> format("%.0f", Collections.max(creates)))
                                        .collect(Collectors.joining(", "))));
        out.append(
                row(
                        "first creates of the last start, ms",
                        server ->
                                server.firstCreates.get(STARTS - 1).stream()
                                        .map(millis -> format("%.0f", millis))
                                        .collect(Collectors.joining(", "))));
        for (String what : servers.get(0).latencies.keySet()) {
            out.append(
                    row(
                            what + ", ms: median, 99 %",
                            server ->
                                    format("%.2f", server.median(what))
                                            + ", "
                                            + format(
                                                    "%.1f",
                                                    server.latencies
                                                                    .get(what)
                                                                    .getValueAtPercentile(99)
                                                            / 1e6)));
        }
        out.append(row("pieces of work done", server -> format("%,d", server.done)));
        out.append(row("times", server -> format("%.2f", server.times(servers.get(0)))));
        if (files > 0) {
            out.append(
                    row(
                            "lessons imported /s, median",
                            server -> format("%,.0f", median(server.imported))));
        }
        return out.toString();
    }

    private interface Cell {
        String of(Server server);
    }

    private String row(String head, Cell cell) {
        return Stream.concat(Stream.of(head), servers.stream().map(cell::of))
                        .collect(Collectors.joining(" | ", "| ", " |"))
                + "\n";
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void say(String what) {
        System.out.println("bench: memory, " + what);
    }
}
