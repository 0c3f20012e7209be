package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.core.internal.WrittenFields;

class AssetWordsTest {
    @Test
    void everyFieldThatTheJournalIsToldHasALabel() {
        AssetWords words = new AssetWords();
        Set<String> labeled = new HashSet<>();
        Stream.of("asset").forEach(kind -> labeled.addAll(words.fields(kind).keySet()));
        assertThat(WrittenFields.ofThisBundle()).isNotEmpty().isSubsetOf(labeled);
    }
}
