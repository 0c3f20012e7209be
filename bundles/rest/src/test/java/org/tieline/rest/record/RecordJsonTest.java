package org.tieline.rest.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.record.Attribute;
import org.tieline.core.record.Shape;

class RecordJsonTest {
    /** A record with a field that must be given and one that need not. */
    record Storm(
            @Attribute(label = "Name", max = 20) String name,
            @Attribute(label = "Damage") Optional<String> damage) {}

    @Test
    void theDescriptionNamesWhatIsRequired() {
        Schema<?> schema = RecordJson.schema(Shape.of(Storm.class));
        assertThat(schema.getProperties()).containsOnlyKeys("name", "damage");
        assertThat(schema.getRequired()).containsExactly("name");
        assertThat(schema.getProperties().get("name").getMaxLength()).isEqualTo(20);
    }
}
