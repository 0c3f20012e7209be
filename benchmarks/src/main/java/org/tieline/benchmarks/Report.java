package org.tieline.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of benchmarks/RESULTS.md. */
final class Report {
    private final String load = load();
    private final List<String> starts = new ArrayList<>();
    private final List<String> works = new ArrayList<>();

    void first(String database, Duration duration) {
        start(database, "first start to the first 200", "%.1f s", duration.toMillis() / 1e3, "");
    }

    void second(String database, Duration duration) {
        start(database, "second start, median of 3", "%.1f s", duration.toMillis() / 1e3, "8 s");
    }

    void idle(String database, double mib) {
        start(database, "resident memory, idle", "%.0f MiB", mib, "350 MiB");
    }

    void busy(String database, double mib) {
        start(database, "resident memory, after the load below", "%.0f MiB", mib, "");
    }

    private void start(String database, String what, String format, double value, String aim) {
        String figure = String.format(Locale.ROOT, format, value);
        starts.add("| %s | %s | %s | %s |".formatted(database, what, figure, aim));
    }

    void work(String database, String what, int clients, Load.Result bare, Load.Result http) {
        works.add(
                String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %.3f | %.3f | %.0f | %.3f | %.3f | %.0f | %.1f |",
                        database,
                        what,
                        clients,
                        bare.median(),
                        bare.p99(),
                        bare.perSecond(),
                        http.median(),
                        http.p99(),
                        http.perSecond(),
                        http.median() / bare.median()));
    }

    void write(Path file) throws IOException {
        String text = text();
        System.out.println(text);
        Files.writeString(file, text);
    }

    /**
     * Puts a section in the place of the one with the same heading, or at the end.
     *
     * @param section begins with its heading
     */
    static void replace(Path file, String heading, String section) throws IOException {
        String before = Files.readString(file).stripTrailing() + "\n";
        int start = before.indexOf("\n" + heading);
        int next = start < 0 ? -1 : before.indexOf("\n## ", start + 1);
        Files.writeString(
                file,
                (start < 0 ? before : before.substring(0, start))
                        + "\n"
                        + section
                        + (next < 0 ? "" : before.substring(next)));
    }

    private String text() throws IOException {
        return """
        # Results

        Measured on %s with `./tieline bench`. Figures compare within one run; on another machine they are others.

        | | |
        |---|---|
        | machine | %s, %d cores, %d GiB |
        | system | %s |
        | JDK | %s |
        | other work | load average %s before the start; above 0.5 the figures are worse than the machine's |

        ## Start and memory
        From the start of the process to the first 200 of `/health/ready`. Idle is the resident memory after a second start, a collection
        of garbage and three quiet seconds.

        | database | | measured | aim: under |
        |---|---|---|---|
        %s

        ## Work
        Milliseconds and answers a second, over HTTP with a token, beside the same rows written and read with bare JDBC by the program that
        measures: after two minutes of the same work, with as many rows in the tables of both, a second of each in turn. Each client waits for
        its answer. Every write is on disk when it is answered. Aim: a write over HTTP at most 3 times bare JDBC, a read at most 5 ms, both by
        the median.

        | database | work | clients | JDBC median | JDBC 99 %% | JDBC /s | HTTP median | HTTP 99 %% | HTTP /s | times |
        |---|---|---|---|---|---|---|---|---|---|
        %s
        """
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.vm.name")
                                + " "
                                + System.getProperty("java.version"),
                        load,
                        String.join("\n", starts),
                        String.join("\n", works));
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() throws IOException {
        return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                        .filter(line -> line.startsWith("MemTotal:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024
                / 1024;
    }
}
