package org.tieline.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.tieline.itest.Postgres;
import org.tieline.itest.fuzz.FuzzRun;

/** Sends many requests that are right but for something, and tells what came back. */
public final class FuzzBench {
    private static final String HEADING = "## Requests that are right but for something";

    private FuzzBench() {}

    /**
     * @param arguments the file whose section is replaced
     */
    public static void main(String[] arguments) throws IOException {
        int requests = Integer.getInteger("bench.fuzz", 100_000);
        long seed = FuzzRun.seed(System.getProperty("bench.seed"));
        FuzzRun onDerby = FuzzRun.of(Map.of(), seed, requests);
        say(onDerby);
        FuzzRun onPostgres;
        try (Postgres server = new Postgres()) {
            onPostgres = FuzzRun.of(server.environment(), seed, requests);
        }
        say(onPostgres);
        Report.replace(
                Path.of(arguments[0]),
                HEADING,
                """
                %s
                Seed %d, on %s: valid requests of every operation and of the pages, by every role, of which at most three things were spoiled, in more than half
                of them one. None may be answered with a status of class 5xx but 503 and 507, with a stack trace or after more than ten seconds.

                %s%s"""
                        .formatted(
                                HEADING,
                                seed,
                                LocalDate.now(ZoneOffset.UTC),
                                section("Derby", onDerby),
                                section("PostgreSQL", onPostgres)));
    }

    private static String section(String database, FuzzRun run) {
        return String.format(
                Locale.ROOT,
                "%s: %d requests in %d s, %d with one thing spoiled, %d answers that should not"
                        + " have been, %d lines of class ERROR.\n\n%s\n",
                database,
                run.report().count(),
                run.duration().toSeconds(),
                run.report().spoiled(1),
                run.report().wrongs(),
                run.errors().size(),
                run.report().table());
    }

    private static void say(FuzzRun run) {
        System.out.println("bench: " + run);
        run.report().wrong().forEach(System.out::println);
        run.errors().forEach(System.out::println);
    }
}
