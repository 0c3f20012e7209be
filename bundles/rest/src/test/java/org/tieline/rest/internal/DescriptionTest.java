package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tieline.core.access.PlatformOperations;

class DescriptionTest {
    static final List<Class<?>> PLATFORM =
            List.of(
                    AccountResource.class,
                    CenterResource.class,
                    DirectoryResource.class,
                    JournalResource.class,
                    MeResource.class,
                    OperationResource.class,
                    PersonResource.class,
                    PositionResource.class);

    private final Description description = new Description();

    @BeforeEach
    void describePlatform() {
        PLATFORM.forEach(resource -> description.add(resource, Optional.empty()));
    }

    /** What a plug-in might bring. */
    @Path("/weather")
    @Produces("application/json")
    public static final class Weather {
        @GET
        public String get() {
            return "\"fair\"";
        }
    }

    private JsonNode api() throws IOException {
        return new ObjectMapper().readTree(description.json());
    }

    private List<JsonNode> operations() throws IOException {
        List<JsonNode> operations = new ArrayList<>();
        api().path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }

    @Test
    void theDescriptionIsValidOpenApi31() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result =
                new OpenAPIV3Parser()
                        .readContents(
                                new String(description.json(), StandardCharsets.UTF_8),
                                null,
                                options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(15);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode api = api();
        for (JsonNode reference : api.findValues("$ref")) {
            assertThat(api.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
    }

    @Test
    void everyOperationHasItsOwnStableIdAndASummary() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode operation : operations()) {
            assertThat(operation.path("operationId").asText()).matches("[a-z-]+\\.[a-z]+");
            assertThat(ids.add(operation.path("operationId").asText())).isTrue();
            assertThat(operation.path("summary").asText()).isNotBlank();
        }
        assertThat(ids).contains("centers.create", "service-accounts.issue", "journal.export");
    }

    @Test
    void everyRightThatIsAskedForExists() throws IOException {
        Set<String> known =
                new PlatformOperations()
                        .operations().stream()
                                .map(operation -> operation.name())
                                .collect(Collectors.toSet());
        for (JsonNode operation : operations()) {
            String right = operation.path("x-tieline-operation").asText();
            if (!operation.path("operationId").asText().equals("me.get")) {
                assertThat(known).contains(right);
            }
        }
    }

    @Test
    void aPluginsResourceIsDescribedOnlyWhileItIsThere() throws IOException {
        assertThat(api().path("paths").has("/weather")).isFalse();
        description.add(Weather.class, Optional.empty());
        assertThat(api().path("paths").has("/weather")).isTrue();
        description.remove(Weather.class);
        assertThat(api().path("paths").has("/weather")).isFalse();
    }

    @Test
    void whoIsCallingIsNoParameter() throws IOException {
        assertThat(api().path("components").path("schemas").has("Caller")).isFalse();
        assertThat(api().at("/paths/~1centers/get").has("requestBody")).isFalse();
        assertThat(
                        api().at(
                                        "/paths/~1centers/post/requestBody/content/application~1json/schema/$ref")
                                .asText())
                .endsWith("/NewCenter");
    }

    @Test
    void changesNeedAVersionAndCreationsTakeAKey() throws IOException {
        assertThat(parameters("/paths/~1centers~1{id}/put")).contains("If-Match");
        assertThat(parameters("/paths/~1centers~1{id}/get")).contains("If-None-Match");
        assertThat(parameters("/paths/~1people/post")).contains("Idempotency-Key");
        assertThat(parameters("/paths/~1people/get")).contains("center", "text", "limit", "cursor");
        assertThat(parameters("/paths/~1journal~1export/get"))
                .contains("center", "kind", "record", "actor", "from", "to");
        assertThat(api().at("/paths/~1centers~1{id}/put/responses").has("412")).isTrue();
        assertThat(api().at("/paths/~1centers~1{id}/put/responses").has("428")).isTrue();
    }

    private List<String> parameters(String pointer) throws IOException {
        return api().at(pointer + "/parameters").findValuesAsText("name");
    }

    @Test
    void schemasSpellAndRequireWhatTheApiDoes() throws IOException {
        JsonNode center = api().at("/components/schemas/NewCenter");
        assertThat(texts(center.path("required")))
                .containsExactlyInAnyOrder("id", "name", "kind", "timeZone");
        assertThat(center.path("properties").toString())
                .contains("primary-psap", "city-311")
                .doesNotContain("PRIMARY_PSAP");
        assertThat(center.at("/properties/timeZone/type").asText()).isEqualTo("string");
        assertThat(center.at("/properties/fccPsapId/type").asText()).isEqualTo("string");
        assertThat(api().at("/components/schemas/Center/properties/created/format").asText())
                .isEqualTo("date-time");
        assertThat(api().at("/components/schemas/Problem/properties").has("errors")).isTrue();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void bothWaysOfSigningInAreDescribed() throws IOException {
        assertThat(api().at("/components/securitySchemes").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("token", "session");
    }
}
