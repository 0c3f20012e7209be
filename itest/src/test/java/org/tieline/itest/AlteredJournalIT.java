package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlteredJournalIT {
    private static final String CENTER = "altered-county";

    @Test
    void verifyNamesTheCenterAndTheLineThatWasAlteredWithSql() throws Exception {
        try (Installation installation = Installation.withAdministrator(Map.of()).start()) {
            Api api = Administrator.of(installation).api();
            Api.Answer created = api.post("/centers", Bodies.center(CENTER)).expect(201);
            Api.Answer changed =
                    api.put("/centers/" + CENTER, Bodies.centerFacts("Second"), created.etag())
                            .expect(200);
            api.put("/centers/" + CENTER, Bodies.centerFacts("Third"), changed.etag()).expect(200);
            assertThat(Journal.verify(api).json().path("breaks")).isEmpty();
            installation.stop();

            alter(installation.data(), 2);

            installation.start();
            JsonNode breaks = Journal.verify(api).json().path("breaks");
            assertThat(breaks).hasSize(1);
            assertThat(breaks.path(0).path("center").asText()).isEqualTo(CENTER);
            assertThat(breaks.path(0).path("number").asLong()).isEqualTo(2);
            assertThat(installation.runInVain("shell", "tieline:journal-verify"))
                    .contains("Center " + CENTER + ", line 2");
            installation.stop();
        }
    }

    private static void alter(Path data, long number) throws SQLException {
        String database = "jdbc:derby:" + data.resolve("db/tieline");
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement update =
                        connection.prepareStatement(
                                "update store.journal set actor_name = 'Somebody else'"
                                        + " where center = ? and number = ?")) {
            update.setString(1, CENTER);
            update.setLong(2, number);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        try {
            DriverManager.getConnection(database + ";shutdown=true").close();
        } catch (SQLException stopped) {
            assertThat(stopped.getSQLState()).isEqualTo("08006");
        }
    }
}
