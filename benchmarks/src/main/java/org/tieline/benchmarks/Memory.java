package org.tieline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a process that has nothing to do holds in memory, as Linux counts it. */
final class Memory {
    private static final Duration QUIET = Duration.ofSeconds(3);

    private Memory() {}

    /** Waits until the process is quiet, lets it collect its garbage, and returns its MiB. */
    static double idle(long pid) throws IOException, InterruptedException {
        awaitQuiet(pid);
        collect(pid);
        awaitQuiet(pid);
        return resident(pid);
    }

    /** Waits until the process does nearly nothing. */
    static void awaitQuiet(long pid) throws InterruptedException {
        Duration before = used(pid);
        while (true) {
            TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
            Duration after = used(pid);
            if (after.minus(before).toMillis() < QUIET.toMillis() / 50) {
                return;
            }
            before = after;
        }
    }

    private static Duration used(long pid) {
        return ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration()).orElseThrow();
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    static double resident(long pid) throws IOException {
        return mib(pid, "VmRSS:");
    }

    /** What it holds in memory without the files that are mapped into it. */
    static double anonymous(long pid) throws IOException {
        return mib(pid, "RssAnon:");
    }

    private static double mib(long pid, String what) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith(what))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }
}
