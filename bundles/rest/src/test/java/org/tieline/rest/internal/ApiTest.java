package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tieline.api.access.Role;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.rest.RestResource;
import org.tieline.rest.internal.Installation.Answer;

/** What the API promises, with the real services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiTest {
    private final Installation tieline;

    ApiTest(Engine engine) {
        tieline = new Installation(engine);
    }

    @AfterAll
    void stop() {
        tieline.close();
    }

    private static Map<String, Object> center(String id) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", id);
        body.put("name", "Harbor County 9-1-1");
        body.put("kind", "primary-psap");
        body.put("timeZone", "America/Chicago");
        return body;
    }

    private static Map<String, Object> change(String name) {
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

    private String made() {
        String id = Platform.unique("harbor");
        assertThat(tieline.post("/centers", center(id)).status()).isEqualTo(201);
        return id;
    }

    private Answer refused(int status, Supplier<Answer> call) {
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

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        Answer answer = refused(400, () -> tieline.post("/centers", "{\n  \"id\": broken}"));
        assertThat(answer.get("detail")).contains("line 2", "column");
        for (String body : List.of("", "[]", "\"text\"", "null", "{} {}", "{\"id\":1}}", "{")) {
            refused(400, () -> tieline.post("/centers", body));
        }
        refused(400, () -> tieline.post("/centers", "{\"id\":\"a\",\"id\":\"b\"}"));
        refused(400, () -> tieline.post("/centers", "[".repeat(5_000) + "]".repeat(5_000)));
    }

    @Test
    void aWrongTypeIsRefusedAndSaysWhatWouldBeRight() {
        Map<String, Object> wrong =
                Map.of(
                        "id",
                        5,
                        "name",
                        true,
                        "kind",
                        "fire-station",
                        "timeZone",
                        "Chicago time",
                        "neighbours",
                        "west",
                        "fccPsapId",
                        1234,
                        "backups",
                        List.of(1));
        wrong.forEach(
                (field, value) -> {
                    Map<String, Object> body = center(Platform.unique("harbor"));
                    body.put(field, value);
                    Answer answer = refused(400, () -> tieline.post("/centers", body));
                    assertThat(answer.faults()).as(answer.text()).hasSize(1);
                    assertThat(answer.faults().get(0)).startsWith(field);
                });
        Map<String, Object> kind = center(Platform.unique("harbor"));
        kind.put("kind", "PRIMARY_PSAP");
        assertThat(tieline.post("/centers", kind).get("detail"))
                .contains("primary-psap, secondary-psap, backup-psap, city-311, other");
    }

    @Test
    void numbersAndTextsAreNotTakenForOneAnother() {
        Map<String, Object> person =
                new HashMap<>(
                        Map.of(
                                "login", Platform.unique("pat"),
                                "name", "Pat",
                                "center", made(),
                                "active", "true",
                                "roles", List.of()));
        assertThat(refused(400, () -> tieline.post("/people", person)).faults())
                .containsExactly("active");
        person.put("active", 1);
        assertThat(refused(400, () -> tieline.post("/people", person)).faults())
                .containsExactly("active");
        person.put("active", true);
        person.put("roles", List.of(Map.of("center", "*", "role", "chief")));
        assertThat(refused(400, () -> tieline.post("/people", person)).faults())
                .containsExactly("roles[0].role");
        person.put("roles", List.of(Map.of("center", "*", "role", "staff", "since", 1)));
        assertThat(refused(400, () -> tieline.post("/people", person)).faults())
                .containsExactly("roles[0].since");
    }

    @Test
    void everyUnknownAndMissingFieldIsNamedAtOnce() {
        Answer answer =
                refused(400, () -> tieline.post("/centers", Map.of("id", "harbor-x", "colour", 1)));
        assertThat(answer.faults()).contains("colour", "name", "kind", "timeZone");
    }

    @Test
    void textsThatNoDatabaseKeepsAreRefused() {
        Map<String, Object> body = center(Platform.unique("harbor"));
        body.put("name", "zero \u0000");
        assertThat(refused(400, () -> tieline.post("/centers", body)).faults())
                .containsExactly("name");
        refused(
                400,
                () -> tieline.post("/centers", "{\"id\":\"a-b\",\"neighbours\":[null],\"x\":1}"));
        refused(400, () -> tieline.get("/centers?text=%00"));
    }

    @Test
    void aBodyOf20MegabytesIsRefused() {
        String body = "{\"name\":\"" + "x".repeat(20 * 1024 * 1024) + "\"}";
        refused(413, () -> tieline.post("/centers", body));
    }

    @Test
    void anotherTypeOfBodyOrAnswerIsRefused() {
        refused(415, () -> tieline.post("/centers", "<a/>", "Content-Type", "text/xml"));
        refused(406, () -> tieline.get("/centers", "Accept", "text/html"));
        Answer wrong = refused(405, () -> tieline.send("DELETE", "/centers", null));
        assertThat(wrong.header("Allow")).contains("GET", "POST");
        refused(404, () -> tieline.get("/nothing-here"));
    }

    @Test
    void anUnknownQueryParameterIsRefusedNamingTheKnownOnes() {
        Answer answer = refused(400, () -> tieline.get("/people?centre=harbor"));
        assertThat(answer.faults()).containsExactly("centre");
        assertThat(answer.get("detail")).contains("center, cursor, limit, text");
        refused(400, () -> tieline.get("/people?limit=1&limit=2"));
    }

    @Test
    void aBadLimitCursorOrTimeIsRefused() {
        for (String limit : List.of("0", "201", "-1", "ten", "1.5", "99999999999")) {
            assertThat(refused(400, () -> tieline.get("/centers?limit=" + limit)).faults())
                    .containsExactly("limit");
        }
        for (String cursor : List.of("x", "%25", "bm90LW1pbmU")) {
            assertThat(refused(400, () -> tieline.get("/centers?cursor=" + cursor)).faults())
                    .containsExactly("cursor");
        }
        assertThat(refused(400, () -> tieline.get("/journal?from=yesterday")).faults())
                .containsExactly("from");
    }

    @Test
    void pagesHoldEveryRecordOnceThoughOthersAreAddedMeanwhile() {
        String mark = Platform.unique("page");
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            String id = mark + "-" + i;
            tieline.post("/centers", center(id));
            wanted.add(id);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = tieline.get("/centers?limit=2&text=" + mark + next);
            page.json().path("items").forEach(item -> seen.add(item.path("id").asText()));
            next = page.json().has("next") ? "&cursor=" + page.get("next") : "";
            tieline.post("/centers", center(mark + "--added".substring(1) + seen.size()));
        } while (!next.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().containsAll(wanted).isSorted();
    }

    @Test
    void aCreationUnderAKeyHappensOnceHoweverOftenItIsSent() {
        String id = Platform.unique("harbor");
        String key = Platform.unique("key");
        Answer first = tieline.post("/centers", center(id), "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        int rows = tieline.rows();
        Answer second = tieline.post("/centers", center(id), "Idempotency-Key", key);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(tieline.rows()).isEqualTo(rows);
    }

    @Test
    void aRepeatedKeyWithAnotherBodyIsRefused() {
        String key = Platform.unique("key");
        tieline.post("/centers", center(Platform.unique("harbor")), "Idempotency-Key", key);
        refused(
                422,
                () ->
                        tieline.post(
                                "/centers",
                                center(Platform.unique("other")),
                                "Idempotency-Key",
                                key));
        for (String bad : List.of(" ", "x".repeat(201))) {
            assertThat(
                            refused(
                                            400,
                                            () ->
                                                    tieline.post(
                                                            "/centers",
                                                            center(Platform.unique("harbor")),
                                                            "Idempotency-Key",
                                                            bad))
                                    .faults())
                    .containsExactly("Idempotency-Key");
        }
    }

    @Test
    void oneKeyFromManyAtOnceMakesOneRecord() throws Exception {
        String id = Platform.unique("harbor");
        String key = Platform.unique("key");
        int before = tieline.rows();
        ExecutorService clients = Executors.newFixedThreadPool(6);
        List<Future<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(
                    clients.submit(
                            () -> tieline.post("/centers", center(id), "Idempotency-Key", key)));
        }
        int made = 0;
        for (Future<Answer> future : answers) {
            Answer answer = future.get();
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            made += answer.header("Idempotency-Replayed") == null ? 1 : 0;
        }
        clients.shutdown();
        assertThat(made).isEqualTo(1);
        assertThat(tieline.rows()).isEqualTo(before + 2);
    }

    @Test
    void aSecretIsShownOnceEvenIfTheRequestIsRepeated() {
        String account =
                tieline.post(
                                "/service-accounts",
                                Map.of(
                                        "name", Platform.unique("machine"),
                                        "center", made(),
                                        "active", true,
                                        "roles", List.of()))
                        .get("id");
        Map<String, Object> token =
                Map.of(
                        "label", "radio",
                        "scopes", List.of("center.read"),
                        "expires", "2026-12-01T00:00:00+01:00");
        String path = "/service-accounts/" + account + "/tokens";
        String key = Platform.unique("key");
        Answer first = tieline.post(path, token, "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.get("secret")).isNotBlank();
        assertThat(first.get("expires")).isEqualTo("2026-11-30T23:00:00.000000Z");
        Answer second = tieline.post(path, token, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().has("secret")).isFalse();
        assertThat(tieline.get(path).text()).doesNotContain(first.get("secret"));
        String one = path + "/" + first.get("id");
        assertThat(tieline.get(one).get("label")).isEqualTo("radio");
        assertThat(tieline.post(one + "/revocation", null).json().has("revoked")).isTrue();
    }

    @Test
    void aTokenCountsOnlyUntilItEndsAndOnlyForItsScopes() {
        String center = made();
        String read =
                tieline.token(
                                center,
                                Role.CENTER_MANAGER,
                                Set.of("center.read"),
                                Duration.ofDays(1))
                        .secret();
        assertThat(tieline.sendAs(read, "GET", "/centers/" + center, null).status()).isEqualTo(200);
        assertThat(
                        tieline.sendAs(
                                        read,
                                        "PUT",
                                        "/centers/" + center,
                                        change("x"),
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(403);
        assertThat(tieline.sendAs("no-such-token", "GET", "/centers", null).status())
                .isEqualTo(401);
        Answer nobody = tieline.sendAnonymous("GET", "/centers");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anExpiredTokenIsRefusedAndToldSo() {
        String token =
                tieline.token(made(), Role.READER, Set.of("*"), Duration.ofMillis(1)).secret();
        tieline.platform.clock.advance(Duration.ofSeconds(1));
        String id = Platform.unique("harbor");
        Answer answer = tieline.sendAs(token, "POST", "/centers", center(id));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(tieline.get("/centers/" + id).status()).isEqualTo(404);
        assertThat(answer.get("detail")).containsIgnoringCase("expired");
    }

    @Test
    void aForeignCentersNumberIsAnsweredAsOneThatDoesNotExist() {
        String foreign = made();
        String manager = tieline.token(made(), Role.CENTER_MANAGER);
        Answer there = tieline.sendAs(manager, "GET", "/centers/" + foreign, null);
        Answer nowhere = tieline.sendAs(manager, "GET", "/centers/no-such-center", null);
        assertThat(there.status()).isEqualTo(404);
        assertThat(there.get("detail").replace(foreign, "X"))
                .isEqualTo(nowhere.get("detail").replace("no-such-center", "X"));
    }

    @Test
    void aTakenIdIsAConflict() {
        String id = made();
        refused(409, () -> tieline.post("/centers", center(id)));
    }

    @Test
    void theExportIsCsv() {
        String id = Platform.unique("harbor");
        Map<String, Object> body = center(id);
        tieline.post("/centers", body);
        Answer answer = tieline.get("/journal/export?center=" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.text().lines().findFirst().orElse("")).startsWith("position,at,center");
        assertThat(answer.text()).contains(id, "created");
        Answer foreign =
                tieline.sendAs(tieline.token(made(), Role.READER), "GET", "/journal/export", null);
        assertThat(foreign.status()).as(foreign.text()).isEqualTo(403);
        assertThat(foreign.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void theJournalVerifies() {
        made();
        Answer answer = tieline.post("/journal/verification", null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("holds").asBoolean()).isTrue();
    }

    @Test
    void anInvitationAndAnUnlockAnswer() {
        Answer person =
                tieline.post(
                        "/people",
                        Map.of(
                                "login", Platform.unique("pat"),
                                "name", "Pat Doe",
                                "center", made(),
                                "active", true,
                                "roles", List.of()));
        assertThat(person.status()).as(person.text()).isEqualTo(201);
        Answer invited = tieline.post("/people/" + person.get("id") + "/invitation", null);
        assertThat(invited.status()).isEqualTo(201);
        assertThat(invited.get("link")).isEqualTo("/password?code=" + invited.get("code"));
        assertThat(tieline.post("/people/" + person.get("id") + "/unlock", null).status())
                .isEqualTo(200);
    }

    @Test
    void meTellsWhoIsCalling() {
        Answer me = tieline.get("/me");
        assertThat(me.get("name")).startsWith("machine");
        assertThat(me.json().at("/roles/0/role").asText()).isEqualTo("administrator");
    }

    /** What a plug-in might bring. */
    @Path("/weather")
    @Produces("application/json")
    public static final class Weather implements RestResource {
        @GET
        public Map<String, String> get() {
            return Map.of("sky", "fair");
        }
    }

    @Test
    void aPluginsResourceIsThereFromItsRegistrationToItsEnd() {
        Weather weather = new Weather();
        assertThat(tieline.get("/weather").status()).isEqualTo(404);
        tieline.api().addResource(weather);
        assertThat(tieline.get("/weather").get("sky")).isEqualTo("fair");
        assertThat(tieline.sendAnonymous("GET", "/weather").status()).isEqualTo(401);
        assertThat(tieline.get("/openapi.json").json().path("paths").has("/weather")).isTrue();
        tieline.api().removeResource(weather);
        assertThat(tieline.get("/weather").status()).isEqualTo(404);
        assertThat(tieline.get("/openapi.json").json().path("paths").has("/weather")).isFalse();
    }

    @Test
    void theDescriptionIsOpenToAll() {
        Answer answer = tieline.sendAnonymous("GET", "/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.get("openapi")).isEqualTo("3.1.0");
    }
}
