package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Role;
import org.tieline.core.internal.Platform;
import org.tieline.rest.internal.Installation.Answer;

/** Who calls, and what that opens. */
class CallerTest extends ApiTest {
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
    void meTellsWhoIsCalling() {
        Answer me = tieline.get("/me");
        assertThat(me.get("name")).startsWith("machine");
        assertThat(me.json().at("/roles/0/role").asText()).isEqualTo("administrator");
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
}
