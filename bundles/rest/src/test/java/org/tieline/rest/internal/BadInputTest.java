package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.core.internal.Platform;
import org.tieline.rest.internal.Installation.Answer;

/** Bad input gets its own answer, which names what is wrong, and writes nothing. */
class BadInputTest extends ApiTest {
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
    void aTakenIdIsAConflict() {
        String id = made();
        refused(409, () -> tieline.post("/centers", center(id)));
    }
}
