package org.tieline.discussion.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.core.internal.WrittenFields;

class DiscussionWordsTest {
    @Test
    void everyFieldThatTheJournalIsToldHasALabel() {
        DiscussionWords words = new DiscussionWords();
        Set<String> labeled = new HashSet<>();
        Stream.of("comment", "attachment", "link", "watching")
                .forEach(kind -> labeled.addAll(words.fields(kind).keySet()));
        assertThat(WrittenFields.ofThisBundle()).isNotEmpty().isSubsetOf(labeled);
    }
}
