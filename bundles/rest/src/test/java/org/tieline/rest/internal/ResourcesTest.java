package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Role;
import org.tieline.core.internal.Platform;
import org.tieline.rest.RestResource;
import org.tieline.rest.internal.Installation.Answer;

/** What the resources give beyond single records. */
class ResourcesTest extends ApiTest {
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
