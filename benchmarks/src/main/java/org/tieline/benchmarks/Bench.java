package org.tieline.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.tieline.itest.Administrator;
import org.tieline.itest.Installation;
import org.tieline.itest.Postgres;

/** Measures the built distribution and writes what came out. */
public final class Bench {
    /** Until the compiler has done its work, as in a server that runs for months. */
    private static final Duration WARM_UP = Duration.ofSeconds(120);

    private static final int[] CLIENTS = {1, 4};
    private static final int SECOND_STARTS = 3;
    private static final int CENTERS_READ = 200;

    private final Report report = new Report();

    private Bench() {}

    /**
     * @param arguments the file to write
     */
    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench();
        bench.onDerby();
        bench.onPostgres();
        bench.report.write(Path.of(arguments[0]));
        ChangeBench.main(arguments);
        SearchBench.main(arguments);
    }

    private void onDerby() throws Exception {
        Path bare = Files.createTempDirectory("tieline-bare-");
        System.setProperty("derby.stream.error.file", bare.resolve("derby.log").toString());
        System.setProperty("derby.storage.pageCacheSize", "4000");
        try (Installation installation = Installation.withAdministrator(Map.of())) {
            say("Derby: starting");
            measureStart("Derby", installation);
            measureWork("Derby", installation, "jdbc:derby:" + bare.resolve("db") + ";create=true");
        }
    }

    private void onPostgres() throws Exception {
        try (Postgres server = new Postgres();
                Installation installation = Installation.withAdministrator(server.environment())) {
            say("PostgreSQL: starting");
            measureStart("PostgreSQL", installation);
            measureWork("PostgreSQL", installation, server.url() + "?user=postgres");
        }
    }

    private void measureStart(String database, Installation installation) throws Exception {
        report.first(database, timed(installation));
        List<Duration> seconds = new ArrayList<>();
        for (int i = 0; i < SECOND_STARTS; i++) {
            installation.stop();
            seconds.add(timed(installation));
        }
        seconds.sort(null);
        report.second(database, seconds.get(SECOND_STARTS / 2));
        report.idle(database, Memory.idle(installation.pid()));
    }

    private static Duration timed(Installation installation) {
        long begin = System.nanoTime();
        installation.start();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void measureWork(String database, Installation installation, String url)
            throws Exception {
        Calls calls = new Calls(installation.base(), Administrator.of(installation).token());
        BareJdbc.prepare(url);
        List<String> ids = new ArrayList<>();
        try (BareJdbc bare = new BareJdbc(url)) {
            for (int i = 0; i < CENTERS_READ; i++) {
                String id = id();
                ids.add(id);
                calls.createCenter(id);
                bare.write(id);
            }
        }
        say(database + ": warming up");
        Load.warmUp(
                4,
                WARM_UP,
                () -> {
                    String id = id();
                    calls.createCenter(id);
                    calls.get("/centers/" + id);
                    calls.get("/centers?limit=50");
                });
        for (int clients : CLIENTS) {
            say(database + ": " + clients + " client(s)");
            report.work(
                    database,
                    "write a center",
                    clients,
                    bare(clients, url, (bare, turn) -> bare.write(id())),
                    Load.run(clients, () -> () -> calls.createCenter(id())));
            report.work(
                    database,
                    "read a center",
                    clients,
                    bare(clients, url, (bare, turn) -> bare.readOne(pick(ids, turn))),
                    http(clients, turn -> calls.get("/centers/" + pick(ids, turn))));
            report.work(
                    database,
                    "list 50 centers",
                    clients,
                    bare(clients, url, (bare, turn) -> bare.readPage()),
                    http(clients, turn -> calls.get("/centers?limit=50")));
        }
        report.busy(database, Memory.resident(installation.pid()));
    }

    private interface BareWork {
        void run(BareJdbc bare, int turn) throws SQLException;
    }

    private interface HttpWork {
        void run(int turn) throws Exception;
    }

    private static Load.Result bare(int clients, String url, BareWork work) throws Exception {
        List<BareJdbc> connections = new ArrayList<>();
        Callable<Load.Work> client =
                () -> {
                    BareJdbc bare = new BareJdbc(url);
                    connections.add(bare);
                    int[] turn = {0};
                    return () -> work.run(bare, turn[0]++);
                };
        try {
            return Load.run(clients, client);
        } finally {
            for (BareJdbc connection : connections) {
                connection.close();
            }
        }
    }

    private static Load.Result http(int clients, HttpWork work) throws Exception {
        return Load.run(
                clients,
                () -> {
                    int[] turn = {0};
                    return () -> work.run(turn[0]++);
                });
    }

    private static String pick(List<String> ids, int turn) {
        return ids.get(turn % ids.size());
    }

    private static String id() {
        return "b-" + UUID.randomUUID();
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }
}
