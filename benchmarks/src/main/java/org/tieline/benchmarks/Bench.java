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
import java.util.concurrent.atomic.AtomicInteger;
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
        FuzzBench.main(arguments);
        ChangeBench.main(arguments);
        SearchBench.main(arguments);
        MemoryBench.main(arguments);
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
            say(database + ": warming up");
            int written = warmUp(calls);
            say(database + ": bringing " + written + " centers into the bare tables too");
            for (int i = 0; i < written; i++) {
                bare.write(id());
            }
        }
        for (int clients : CLIENTS) {
            say(database + ": " + clients + " client(s)");
            compare(
                    database,
                    "write a center",
                    clients,
                    url,
                    (bare, turn) -> bare.write(id()),
                    turn -> calls.createCenter(id()));
            compare(
                    database,
                    "read a center",
                    clients,
                    url,
                    (bare, turn) -> bare.readOne(pick(ids, turn)),
                    turn -> calls.get("/centers/" + pick(ids, turn)));
            compare(
                    database,
                    "list 50 centers",
                    clients,
                    url,
                    (bare, turn) -> bare.readPage(),
                    turn -> calls.get("/centers?limit=50"));
        }
        report.busy(database, Memory.resident(installation.pid()));
    }

    /** Returns how many centers it wrote. */
    private static int warmUp(Calls calls) throws Exception {
        AtomicInteger written = new AtomicInteger();
        Load.warmUp(
                4,
                WARM_UP,
                () -> {
                    String id = id();
                    calls.createCenter(id);
                    written.incrementAndGet();
                    calls.get("/centers/" + id);
                    calls.get("/centers?limit=50");
                });
        return written.get();
    }

    private interface BareWork {
        void run(BareJdbc bare, int turn) throws SQLException;
    }

    private interface HttpWork {
        void run(int turn) throws Exception;
    }

    private void compare(
            String database,
            String what,
            int clients,
            String url,
            BareWork bareWork,
            HttpWork httpWork)
            throws Exception {
        List<BareJdbc> connections = new ArrayList<>();
        Callable<Load.Work> bareClient =
                () -> {
                    BareJdbc bare = new BareJdbc(url);
                    connections.add(bare);
                    int[] turn = {0};
                    return () -> bareWork.run(bare, turn[0]++);
                };
        Callable<Load.Work> httpClient =
                () -> {
                    int[] turn = {0};
                    return () -> httpWork.run(turn[0]++);
                };
        try {
            List<Load.Result> results = Load.inTurns(clients, List.of(bareClient, httpClient));
            report.work(database, what, clients, results.get(0), results.get(1));
        } finally {
            for (BareJdbc connection : connections) {
                connection.close();
            }
        }
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
