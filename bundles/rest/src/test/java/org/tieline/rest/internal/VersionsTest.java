package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tieline.core.internal.Platform;
import org.tieline.rest.internal.Installation.Answer;

/** A record has a version: what is changed, and what is sent at all, depends on it. */
class VersionsTest extends ApiTest {
    @Test
    void aCenterIsRegisteredReadAndChanged() {
        String id = Platform.unique("harbor");
        Answer created = tieline.post("/centers", center(id));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/centers/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.get("kind")).isEqualTo("primary-psap");
        assertThat(created.get("created"))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        Answer changed = tieline.put("/centers/" + id, change("Renamed"), "\"1\"");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(tieline.get("/centers/" + id).get("name")).isEqualTo("Renamed");
    }

    @Test
    void whoHasTheVersionAlreadyIsSentNothing() {
        String id = made();
        Answer answer = tieline.get("/centers/" + id, "If-None-Match", "\"1\"");
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.text()).isEmpty();
        assertThat(tieline.get("/centers/" + id, "If-None-Match", "\"2\"").status()).isEqualTo(200);
    }

    @Test
    void whoWantsAnotherVersionThanThePresentOneIsRefused() {
        String id = made();
        refused(412, () -> tieline.get("/centers/" + id, "If-Match", "\"7\""));
        assertThat(tieline.get("/centers/" + id, "If-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void aChangeWithoutAVersionIsRefused() {
        String id = made();
        refused(428, () -> tieline.put("/centers/" + id, change("x"), null));
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        String id = made();
        for (String version : List.of("1", "W/\"1\"", "*", "\"1\", \"2\"", "\"one\"")) {
            Answer answer = refused(400, () -> tieline.put("/centers/" + id, change("x"), version));
            assertThat(answer.faults()).containsExactly("If-Match");
        }
    }

    @Test
    void aStaleVersionIsRefusedWithWhatChangedSince() {
        String id = made();
        assertThat(tieline.put("/centers/" + id, change("Renamed"), "\"1\"").status())
                .isEqualTo(200);
        Answer answer = refused(412, () -> tieline.put("/centers/" + id, change("Again"), "\"1\""));
        assertThat(answer.json().path("version").asInt()).isEqualTo(2);
        JsonNode field = answer.json().at("/changes/0/fields/0");
        assertThat(field.path("field").asText()).isEqualTo("name");
        assertThat(field.path("before").asText()).isEqualTo("Harbor County 9-1-1");
        assertThat(field.path("after").asText()).isEqualTo("Renamed");
        assertThat(answer.json().at("/changes/0/who").asText()).startsWith("machine");
    }
}
