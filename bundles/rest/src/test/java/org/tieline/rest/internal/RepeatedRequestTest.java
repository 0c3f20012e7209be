package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tieline.core.internal.Platform;
import org.tieline.rest.internal.Installation.Answer;

/** A creation under an Idempotency-Key happens once. */
class RepeatedRequestTest extends ApiTest {
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
}
