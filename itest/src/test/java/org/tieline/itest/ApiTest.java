package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the API promises whatever the database: bad input has its own answer and writes nothing. */
@ExtendWith(Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiTest {
    private static final String BIG = "x".repeat(20 * 1024 * 1024);

    private Api api;

    void use(Installation installation) {
        api = Administrator.of(installation).api();
    }

    private String center;
    private String version;

    @BeforeEach
    void aCenter() {
        center = newId();
        version = api.post("/centers", Bodies.center(center)).expect(201).etag();
    }

    private static String newId() {
        return "c-" + UUID.randomUUID();
    }

    private JsonNode refused(int status, Supplier<Api.Answer> call) {
        Set<String> before = Journal.writes(api);
        Api.Answer answer = call.get().expect(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.get("title")).isNotBlank();
        assertThat(answer.get("detail")).isNotBlank();
        assertThat(Journal.writes(api)).isSubsetOf(before);
        return answer.json();
    }

    private static String field(JsonNode problem) {
        return problem.path("errors").path(0).path("field").asText();
    }

    @Test
    void malformedJsonIsRefused() {
        JsonNode problem = refused(400, () -> api.post("/centers", "{\"id\": \"broken\", "));
        assertThat(problem.path("detail").asText()).containsIgnoringCase("JSON");
    }

    @Test
    void aWrongTypeIsRefusedAndTheFieldNamed() {
        Map<String, Object> body = Bodies.center(newId());
        body.put("neighbours", "not a list");
        assertThat(field(refused(400, () -> api.post("/centers", body)))).startsWith("neighbours");
    }

    @Test
    void anUnknownWordIsRefusedAndTheFieldNamed() {
        Map<String, Object> body = Bodies.center(newId());
        body.put("kind", "fire-station");
        JsonNode problem = refused(400, () -> api.post("/centers", body));
        assertThat(field(problem)).isEqualTo("kind");
        assertThat(problem.toString()).contains("primary-psap");
    }

    @Test
    void anUnknownFieldIsRefusedAndNamed() {
        Map<String, Object> body = Bodies.center(newId());
        body.put("colour", "red");
        assertThat(field(refused(400, () -> api.post("/centers", body)))).isEqualTo("colour");
    }

    @Test
    void aMissingFieldIsRefusedAndNamed() {
        Map<String, Object> body = Bodies.center(newId());
        body.remove("timeZone");
        assertThat(field(refused(400, () -> api.post("/centers", body)))).isEqualTo("timeZone");
    }

    @Test
    void aBodyOfTwentyMegabytesIsRefused() {
        Map<String, Object> body = Bodies.center(newId());
        body.put("name", BIG);
        refused(413, () -> api.post("/centers", body));
    }

    @Test
    void aStaleVersionIsRefusedWithWhatChangedSince() {
        api.put("/centers/" + center, Bodies.centerFacts("Renamed"), version).expect(200);
        JsonNode problem =
                refused(
                        412,
                        () -> api.put("/centers/" + center, Bodies.centerFacts("Mine"), version));
        assertThat(problem.toString()).contains("Renamed");
    }

    @Test
    void aMissingVersionIsRefused() {
        String body = Api.write(Bodies.centerFacts("Mine"));
        refused(428, () -> api.send("PUT", "/centers/" + center, Optional.of(body), Map.of()));
    }

    @Test
    void aRepeatedKeyWithTheSameBodyIsTheSameWrite() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> body = Bodies.center(newId());
        Api.Answer first = api.post("/centers", body, key).expect(201);
        Set<String> before = Journal.writes(api);
        Api.Answer second = api.post("/centers", body, key).expect(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.headers().get("location")).isEqualTo(first.headers().get("location"));
        assertThat(Journal.writes(api)).isSubsetOf(before);
    }

    @Test
    void aRepeatedKeyWithAnotherBodyIsRefused() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        api.post("/centers", Bodies.center(newId()), key).expect(201);
        refused(422, () -> api.post("/centers", Bodies.center(newId()), key));
    }

    @Test
    void anIdThatIsTakenIsAConflict() {
        refused(409, () -> api.post("/centers", Bodies.center(center)));
    }

    @Test
    void aBadCursorIsRefused() {
        assertThat(field(refused(400, () -> api.get("/centers?cursor=nonsense"))))
                .isEqualTo("cursor");
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        assertThat(field(refused(400, () -> api.get("/centers?limit=1000000")))).isEqualTo("limit");
        assertThat(field(refused(400, () -> api.get("/centers?limit=many")))).isEqualTo("limit");
    }

    @Test
    void anExpiredTokenIsRefusedAndSaysSo() throws InterruptedException {
        Api.Answer account =
                api.post("/service-accounts", Bodies.account(newId(), center, "center-manager"))
                        .expect(201);
        Api shortLived =
                api.as(
                        Administrator.secret(
                                api,
                                account.get("id"),
                                List.of("*"),
                                Duration.ofSeconds(1),
                                Map.of()));
        while (shortLived.get("/centers/" + center).status() == 200) {
            Thread.sleep(20);
        }
        String body = Api.write(Bodies.centerFacts("Too late"));
        JsonNode problem =
                refused(
                        401,
                        () ->
                                shortLived.send(
                                        "PUT",
                                        "/centers/" + center,
                                        Optional.of(body),
                                        Map.of("If-Match", version)));
        assertThat(problem.path("detail").asText()).containsIgnoringCase("expired");
    }

    @Test
    void anUnknownTokenIsRefused() {
        refused(401, () -> api.as("nobody-knows-this-token").get("/centers"));
    }

    @Test
    void nobodyIsRefused() {
        refused(401, () -> api.asNobody().get("/centers"));
    }

    @Test
    void aForeignCentersRecordLooksAsIfItDidNotExist() {
        Api manager = api.as(managerOf(center));
        String foreign = newId();
        api.post("/centers", Bodies.center(foreign)).expect(201);
        Map<String, String> records = new HashMap<>();
        records.put("/centers/", foreign);
        records.put(
                "/people/",
                api.post("/people", Bodies.person(newId(), foreign, "staff"))
                        .expect(201)
                        .get("id"));
        records.put(
                "/service-accounts/",
                api.post("/service-accounts", Bodies.account(newId(), foreign, "reader"))
                        .expect(201)
                        .get("id"));
        records.forEach(
                (path, id) -> {
                    String none = path.equals("/centers/") ? newId() : UUID.randomUUID().toString();
                    JsonNode there = refused(404, () -> manager.get(path + id));
                    JsonNode absent = refused(404, () -> manager.get(path + none));
                    assertThat(there.path("detail").asText().replace(id, none))
                            .isEqualTo(absent.path("detail").asText());
                    assertThat(manager.get(path.substring(0, path.length() - 1)).expect(200).text())
                            .doesNotContain(id);
                });
        refused(
                404,
                () ->
                        manager.put(
                                "/centers/" + foreign, Bodies.centerFacts("Taken over"), "\"1\""));
        refused(404, () -> manager.post("/positions", Bodies.position(foreign, "Desk 1")));
        refused(404, () -> manager.get("/journal?center=" + foreign));
    }

    private String managerOf(String where) {
        String account =
                api.post("/service-accounts", Bodies.account(newId(), where, "center-manager"))
                        .expect(201)
                        .get("id");
        return Administrator.secret(api, account, List.of("*"), Duration.ofHours(1), Map.of());
    }
}
