package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup made while clients write is restored into empty installations. */
class BackupIT {
    private static final String CENTER = "backed-up-county";
    private static final String HUM = "12:00 it hums\n".repeat(1_000);

    @TempDir private static Path directory;

    private static Path file;
    private static Api original;
    private static Installation source;
    private static List<Writers.Write> before;
    private static String attachment;

    @BeforeAll
    static void backUpWhileClientsWrite() throws Exception {
        file = directory.resolve("tieline.zip");
        source = Installation.withAdministrator(Map.of()).start();
        original = Administrator.of(source).api();
        original.post("/centers", Bodies.center(CENTER)).expect(201);
        attachment = attached();
        try (Writers writers = new Writers(original, CENTER, 100)) {
            writers.awaitEnough();
            before = writers.answered();
            source.run("backup", file.toString());
            writers.finish();
            assertThat(writers.answered()).hasSizeGreaterThan(before.size());
        }
        source.stop();
    }

    private static String attached() {
        String asset =
                original.post("/assets", Map.of("center", CENTER, "name", "Radio", "kind", "radio"))
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
