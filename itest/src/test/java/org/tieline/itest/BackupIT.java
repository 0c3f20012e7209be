package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made while clients write is restored into empty installations. */
class BackupIT {
    private static final String CENTER = "backed-up-county";

    /** What a backup tells of itself, and a start writes: migrations, packs, the journal's head. */
    private static final Pattern RUNNING =
            Pattern.compile(
                    "STORE\\.(BACKUP_MADE|FOLLOWER|LEASE|MIGRATED|JOURNAL_HEAD|JOURNAL_CHAIN)"
                            + "|LESSONS\\.KNOWLEDGE_PACK|.*\\.DATABASECHANGELOG.*");

    private static final String HUM = "12:00 it hums\n".repeat(1_000);

    @TempDir private static Path directory;

    private static Path file;
    private static Path last;
    private static Api original;
    private static Installation source;
    private static List<Writers.Write> before;
    private static String attachment;
    private static String answer;
    private static Path elsewhere;

    @BeforeAll
    static void backUpWhileClientsWrite() throws Exception {
        file = directory.resolve("tieline.zip");
        source = Installation.withAdministrator(Map.of());
        elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createSymbolicLink(
                Files.createDirectories(source.data()).resolve("files"), elsewhere);
        source.start();
        original = Administrator.of(source).api();
        original.post("/centers", Bodies.center(CENTER)).expect(201);
        attachment = attached("Radio");
        try (Writers writers = new Writers(original, CENTER, 100)) {
            writers.awaitEnough();
            before = writers.answered();
            answer = source.run("backup", file.toString());
            writers.finish();
            assertThat(writers.answered()).hasSizeGreaterThan(before.size());
        }
        checkIncomplete();
        last = directory.resolve("last.zip");
        source.runInVain("backup", last.toString());
        source.stop();
    }

    private static void checkIncomplete() throws Exception {
        String lost = attached("Recorder");
        Path there;
        try (Stream<Path> all = Files.walk(elsewhere)) {
            there = all.filter(path -> path.toString().endsWith(lost)).findFirst().orElseThrow();
        }
        Files.delete(there);
        Path incomplete = directory.resolve("incomplete.zip");
        assertThat(source.runInVain("backup", incomplete.toString()))
                .contains("1 file is missing or not what its record says")
                .contains("\"hum.log\"")
                .contains("is kept");
        assertThat(source.run("backup-verify", incomplete.toString())).contains("1 file is");
        assertThat(original.get("/attachments/" + lost + "/content").expect(410).text())
                .contains("is missing on the server");
    }

    @Test
    void saysWhatItHoldsAlsoThroughALink() {
        assertThat(answer)
                .contains("and 1 file (%,d bytes)".formatted(HUM.length()))
                .contains("Every file that a record refers to is there");
    }

    private static String attached(String name) {
        String asset =
                original.post("/assets", Map.of("center", CENTER, "name", name, "kind", "radio"))
                        .expect(201)
                        .get("id");
        return original.send(
                        "POST",
                        "/attachments?kind=asset&record=" + asset + "&name=hum.log",
                        Optional.of(HUM),
                        Map.of("Content-Type", "application/octet-stream"))
                .expect(201)
                .get("id");
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void isRestoredOnDerby() {
        try (Installation empty = new Installation(Map.of())) {
            check(empty);
        }
    }

    @Test
    void isRestoredOnPostgres() {
        try (Postgres server = new Postgres();
                Installation empty = new Installation(server.environment())) {
            check(empty);
        }
    }

    @Test
    void everyRowOfEveryTableIsThereAgain() throws SQLException {
        try (Installation empty = new Installation(Map.of())) {
            empty.run("restore", last.toString());
            empty.start();
            empty.stop();
            Map<String, List<String>> kept = tables(source.data());
            Map<String, List<String>> restored = tables(empty.data());
            assertThat(restored.keySet()).isEqualTo(kept.keySet()).hasSizeGreaterThan(50);
            kept.keySet().removeIf(RUNNING.asMatchPredicate());
            kept.get("STORE.JOURNAL").removeIf(row -> row.contains(", backup, last.zip,"));
            assertThat(kept.keySet())
                    .allSatisfy(
                            table ->
                                    assertThat(restored.get(table))
                                            .as(table)
                                            .containsAll(kept.get(table)));
            long rows = kept.values().stream().mapToLong(List::size).sum();
            System.out.println(rows + " rows of " + kept.size() + " tables are there again");
        }
    }

    /** Reads each table of a server that is stopped, its rows in the order of what they say. */
    private static Map<String, List<String>> tables(Path data) throws SQLException {
        String database = "jdbc:derby:" + data.resolve("db").resolve("tieline");
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database);
                ResultSet found =
                        connection
                                .getMetaData()
                                .getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_SCHEM") + "." + found.getString("TABLE_NAME");
                tables.put(table, rows(connection, table));
            }
        }
        stop(database);
        return tables;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    cells.add(row.getString(i));
                }
                rows.add(cells.toString());
            }
        }
        rows.sort(null);
        return rows;
    }

    /** Derby tells that it stopped by an exception. */
    private static void stop(String database) {
        assertThatThrownBy(() -> DriverManager.getConnection(database + ";shutdown=true"))
                .hasMessageContaining("shutdown");
    }

    private static void check(Installation empty) {
        assertThat(Files.exists(file)).isTrue();
        empty.run("restore", file.toString());
        empty.start();
        Api api = original.at(empty.base());
        for (Writers.Write write : before) {
            if (write.path().equals("/centers")) {
                api.get("/centers/" + write.name()).expect(200);
            }
        }
        assertThat(Positions.names(api, CENTER))
                .containsAll(
                        before.stream()
                                .filter(write -> write.path().equals("/positions"))
                                .map(Writers.Write::name)
                                .toList());
        assertThat(api.get("/attachments/" + attachment + "/content").expect(200).text())
                .isEqualTo(HUM);
        assertThat(Journal.verify(api).json().path("breaks")).isEmpty();
        api.post("/centers", Bodies.center("after-restoring")).expect(201);
        assertThat(Journal.verify(api).json().path("breaks")).isEmpty();
        empty.stop();
    }
}
