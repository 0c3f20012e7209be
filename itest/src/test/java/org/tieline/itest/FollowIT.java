package org.tieline.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person follows, through the API with the session of the browser. */
@ExtendWith(Shared.class)
class FollowIT {
    private static final String SEND =
            "async ([method, path, body]) => { const answer = await fetch('/api/v1' + path, {method,"
                    + " headers: {'Content-Type': 'application/json', 'X-CSRF-Token':"
                    + " document.querySelector('[name=csrf]').value}, body}); return"
                    + " JSON.stringify({status: answer.status, text: await answer.text()}); }";

    private static JsonNode send(Page page, int status, String method, String path, Object body)
            throws Exception {
        Object[] given = {method, path, body == null ? null : Api.write(body)};
        JsonNode answer = Api.JSON.readTree(page.evaluate(SEND, given).toString());
        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(status);
        String text = answer.path("text").asText();
        return text.isEmpty() ? answer : Api.JSON.readTree(text);
    }

    @Test
    void aPersonFollowsListsAndEnds(Installation installation, Screen screen) throws Exception {
        House house = House.of(Administrator.of(installation).api());
        try (Visitor visitor = screen.visitor(installation.base())) {
            visitor.signIn(Administrator.LOGIN, Installation.ADMIN_PASSWORD);
            Page page = visitor.page();
            page.navigate("/lesson-follow");
            String name = "Radio in " + house.id();
            Map<String, Object> feed =
                    Map.of("center", house.id(), "name", name, "topic", "radio", "digest", true);
            String address = send(page, 201, "POST", "/lesson-feeds", feed).path("path").asText();
            assertThat(page.request().get(address).text()).contains(name);
            JsonNode own = null;
            for (JsonNode one : send(page, 200, "GET", "/lesson-feeds", null).path("items")) {
                own = one.path("name").asText().equals(name) ? one : own;
            }
            assertThat(own).isNotNull();
            assertThat(own.path("topic").asText()).isEqualTo("radio");
            assertThat(own.path("digest").asBoolean()).isTrue();
            assertThat(own.toString()).doesNotContain(address.substring(address.indexOf('=') + 1));
            String id = own.path("id").asText();
            send(page, 204, "POST", "/lesson-feeds/" + id + "/revoke", null);
            assertThat(page.request().get(address).status()).isEqualTo(404);
            send(page, 404, "POST", "/lesson-feeds/" + id + "/revoke", null);

            Map<String, Object> nameless = Map.of("center", house.id());
            assertThat(send(page, 400, "POST", "/lesson-feeds", nameless).toString())
                    .contains("name");
            assertThat(send(page, 400, "POST", "/lesson-feeds", Map.of("name", "x")).toString())
                    .contains("center");
        }
    }
}
