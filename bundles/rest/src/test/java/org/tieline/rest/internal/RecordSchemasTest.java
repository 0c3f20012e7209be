package org.tieline.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.record.Attribute;
import org.tieline.core.record.Lifecycle;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.rest.Listing;
import org.tieline.rest.record.RecordCollection;
import org.tieline.rest.record.RecordMembers;
import org.tieline.rest.record.RecordNames;
import org.tieline.rest.record.RecordView;

/** Whatever stands on the kit is described to programs by its types, as if written by hand. */
class RecordSchemasTest {
    record Crew(
            @Attribute(label = "Crew") String crew,
            @Attribute(label = "Size", from = 1) int size) {}

    record Storm(
            @Attribute(label = "Title") String title,
            @Attribute(label = "Named") boolean named,
            Crew crew) {}

    enum Life {
        AHEAD,
        OVER
    }

    private static final Operation READ = Operation.of("storm.read");
    private static final Operation EDIT = Operation.of("storm.edit");
    private static final Operation END = Operation.of("storm.end");

    private static final RecordType<Storm, Life> TYPE =
            new RecordType<>(
                    "storm",
                    "storm",
                    "storms",
                    Shape.of(Storm.class),
                    Lifecycle.of(Life.class)
                            .move("end", "End", "ended", EnumSet.of(Life.AHEAD), Life.OVER, END),
                    READ,
                    EDIT);

    /** A record on the kit with a list, a table and an address from before its moves. */
    @Path("/storms")
    public static final class Storms extends RecordCollection<Storm, Life> {
        public Storms() {
            super(TYPE, RecordNames.of("Storm").ended("over").object("crew", "Crew"), null);
        }

        public record Table(List<RecordView> items) {}

        @GET
        public Listing<RecordView> list(@Context Caller caller) {
            throw new UnsupportedOperationException();
        }

        @GET
        @Path("/table")
        public Table table(@Context Caller caller) {
            throw new UnsupportedOperationException();
        }

        @POST
        @Path("/{id}/end")
        public Response end(@Context Caller caller, @PathParam("id") String id) {
            throw new UnsupportedOperationException();
        }
    }

    /** The same, written otherwise than by its fields. */
    @Path("/watches")
    public static final class Watches extends RecordMembers<Storm, Life> {
        public Watches() {
            super(TYPE, RecordNames.of("Watch").object("crew", "Crew"), null);
        }
    }

    private static JsonNode api() throws IOException {
        Description description = new Description();
        description.add(new Storms());
        description.add(new Watches());
        return new ObjectMapper().readTree(description.json());
    }

    private static String answer(JsonNode api, String operation) {
        return api.at(
                        "/paths/"
                                + operation
                                + "/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    @Test
    void listsAndTablesNameTheTypeOfTheirRecords() throws IOException {
        JsonNode api = api();
        assertThat(answer(api, "~1storms/get")).endsWith("/ListingStorm");
        for (String list : List.of("ListingStorm", "Table")) {
            assertThat(api.at("/components/schemas/" + list + "/properties/items/items/$ref"))
                    .as(list)
                    .hasToString("\"#/components/schemas/Storm\"");
        }
        assertThat(api.at("/components/schemas").has("JsonNode")).isFalse();
    }

    @Test
    void whatAnAnswerAlwaysHasIsRequired() throws IOException {
        JsonNode schemas = api().at("/components/schemas");
        assertThat(schemas.at("/Storm/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "id", "center", "title", "named", "crew", "state", "version", "created",
                        "updated");
        assertThat(schemas.at("/NewStorm/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("center", "title", "crew");
        for (String one : List.of("Storm", "NewStorm", "StormChange")) {
            assertThat(schemas.at("/" + one + "/properties/crew/$ref").asText()).endsWith("/Crew");
        }
        assertThat(schemas.at("/Crew/required"))
                .extracting(JsonNode::asText)
                .containsExactly("crew", "size");
    }

    @Test
    void whatIsWrittenOtherwiseIsReadAndMovedOn() throws IOException {
        assertThat(api().at("/components/schemas").has("Watch")).isTrue();
        assertThat(api().at("/components/schemas").has("NewWatch")).isFalse();
        assertThat(api().at("/paths/~1watches~1{id}").has("put")).isFalse();
        assertThat(answer(api(), "~1watches~1{id}~1moves/post")).endsWith("/Watch");
    }

    @Test
    void everyOperationNamesItsRight() throws IOException {
        JsonNode paths = api().path("paths");
        assertThat(paths.at("/~1storms/post/x-tieline-operation").asText()).isEqualTo("storm.edit");
        assertThat(paths.at("/~1storms~1{id}~1moves/get/x-tieline-operation").asText())
                .isEqualTo("storm.read");
        assertThat(paths.at("/~1storms~1{id}~1moves/post/x-tieline-operation").asText())
                .isEqualTo("storm.end");
    }

    @Test
    void anAddressFromBeforeAnswersTheRecord() throws IOException {
        assertThat(answer(api(), "~1storms~1{id}~1end/post")).endsWith("/Storm");
        assertThat(answer(api(), "~1storms~1{id}~1moves/post")).endsWith("/Storm");
    }
}
