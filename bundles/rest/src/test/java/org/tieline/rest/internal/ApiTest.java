package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.OnBothDatabases;
import org.tieline.core.internal.Platform;
import org.tieline.rest.internal.Installation.Answer;

/** The API with the real services, on an installation of its own for each class. */
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiTest {
    @Parameter private Engine engine;
    Installation tieline;

    @BeforeParameterizedClassInvocation
    void start() {
        tieline = new Installation(engine);
    }

    @AfterParameterizedClassInvocation
    void stop() {
        tieline.close();
    }

    static Map<String, Object> center(String id) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id);
        body.put("name", "Harbor County 9-1-1");
        body.put("kind", "primary-psap");
        body.put("timeZone", "America/Chicago");
        return body;
    }

    static Map<String, Object> change(String name) {
        return Map.of(
                "name",
                name,
                "kind",
                "primary-psap",
                "timeZone",
                "America/Chicago",
                "state",
                "active",
                "neighbours",
                List.of(),
                "backups",
                List.of());
    }

    String made() {
        String id = Platform.unique("harbor");
        assertThat(tieline.post("/centers", center(id)).status()).isEqualTo(201);
        return id;
    }

    Answer refused(int status, Supplier<Answer> call) {
        int before = tieline.rows();
        Answer answer = call.get();
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.get("title")).isNotBlank();
        assertThat(answer.get("detail")).isNotBlank();
        assertThat(answer.get("request")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(tieline.rows()).isEqualTo(before);
        return answer;
    }
}
