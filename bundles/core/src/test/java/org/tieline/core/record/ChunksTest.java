package org.tieline.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 1001})
    void eachRecordComesOnceAndInOrder(int count) {
        List<String> all = IntStream.range(0, count).mapToObj("%05d"::formatted).toList();
        List<String> seen = new ArrayList<>();
        Chunks.each(
                (after, most) ->
                        all.stream().filter(id -> id.compareTo(after) > 0).limit(most).toList(),
                id -> id,
                seen::addAll);
        assertThat(seen).isEqualTo(all);
    }
}
