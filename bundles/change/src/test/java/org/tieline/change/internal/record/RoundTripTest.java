package org.tieline.change.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.api.FieldChange;
import org.tieline.api.error.FieldError;
import org.tieline.change.internal.approval.RuleTable;
import org.tieline.change.internal.callprofile.ProfileTable;
import org.tieline.change.internal.delegation.DelegationTable;
import org.tieline.change.internal.freeze.FreezeTable;
import org.tieline.core.record.RandomDrafts;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape;
import org.tieline.http.Json;
import org.tieline.rest.record.RecordJson;

/** Whatever a record says comes back from wherever it is written. */
class RoundTripTest {
    private static final int DRAFTS = 300;
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    static Stream<RecordType<?, ?>> types() {
        return Stream.of(FreezeTable.TYPE, RuleTable.TYPE, ProfileTable.TYPE, DelegationTable.TYPE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyDraftComesBackAsItWas(RecordType<?, ?> type) throws Exception {
        check(type.shape());
    }

    private static <D extends Record> void check(Shape<D> shape) throws Exception {
        ObjectMapper mapper = Json.mapper();
        RandomDrafts random = new RandomDrafts(7);
        for (int i = 0; i < DRAFTS; i++) {
            D draft = random.draft(shape);
            assertThat(shape.check(draft)).isEmpty();

            JsonNode json = mapper.valueToTree(shape.json(draft));
            assertThat(RecordJson.read(shape, json, Set.of())).isEqualTo(draft);

            Map<String, List<String>> row = shape.written(draft);
            assertThat(shape.restore(part -> row.get(part.name()))).isEqualTo(draft);

            Map<String, List<String>> form = shape.typed(draft, CHICAGO);
            List<FieldError> faults = new ArrayList<>();
            assertThat(shape.read(form::get, CHICAGO, draft, faults)).contains(draft);
            assertThat(faults).isEmpty();

            D other = random.draft(shape);
            Set<String> told =
                    Set.copyOf(
                            shape.facts(draft).changesTo(shape.facts(other)).stream()
                                    .map(FieldChange::field)
                                    .toList());
            shape.parts()
                    .forEach(
                            part ->
                                    assertThat(told.contains(part.name()))
                                            .as(part.name())
                                            .isEqualTo(
                                                    !part.values(draft)
                                                            .equals(part.values(other))));
        }
    }
}
