package org.tieline.rest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.record.Attribute;
import org.tieline.api.record.Inline;
import org.tieline.core.record.Shape;

class RecordJsonTest {
    record Place(@Attribute(label = "Town") String town) {}

    record Span(@Attribute(label = "Hours") int hours) {}

    record Storm(
            @Attribute(label = "Name", max = 20) String name,
            @Attribute(label = "Damage") Optional<String> damage,
            @Attribute(label = "Over") boolean over,
            @Attribute(label = "Roads") Set<String> roads,
            @Attribute(label = "Reports") List<String> reports,
            Place from,
            Optional<Refuge> to,
            @Inline Optional<Span> span) {}

    record Refuge(@Attribute(label = "Town", name = "refuge") String town) {}

    private static Schema<?> schema(boolean answer) {
        return RecordJson.schema(Shape.of(Storm.class), answer);
    }

    @Test
    void whoWritesMustSayWhatIsRequired() {
        Schema<?> schema = schema(false);
        assertThat(schema.getProperties())
                .containsOnlyKeys(
                        "name", "damage", "over", "roads", "reports", "from", "to", "hours");
        assertThat(schema.getRequired()).containsExactlyInAnyOrder("name", "from");
        assertThat(schema.getProperties().get("name").getMaxLength()).isEqualTo(20);
        assertThat(schema.getProperties().get("roads").getUniqueItems()).isTrue();
        assertThat(schema.getProperties().get("reports").getUniqueItems()).isNull();
    }

    @Test
    void anAnswerHasFlagsAndListsAsWell() {
        assertThat(schema(true).getRequired())
                .containsExactlyInAnyOrder("name", "over", "roads", "reports", "from");
        assertThat(schema(true).getProperties().get("to").getRequired()).containsExactly("town");
    }
}
