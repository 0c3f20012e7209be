package org.tieline.change.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tieline.change.internal.record.ChangeWords;
import org.tieline.core.internal.WrittenFields;

class ChangeWordsTest {
    @Test
    void everyFieldThatTheJournalIsToldHasALabel() {
        ChangeWords words = new ChangeWords();
        Set<String> labeled = new HashSet<>();
        Stream.of(
                        "change",
                        "change-model",
                        "approval-rule",
                        "freeze",
                        "call-profile",
                        "change-delegation",
                        "shared-change",
                        "change-view",
                        "calendar-feed")
                .forEach(kind -> labeled.addAll(words.fields(kind).keySet()));
        assertThat(WrittenFields.ofThisBundle()).isNotEmpty().isSubsetOf(labeled);
    }

    @Test
    void aFreezeHasATitle() {
        assertThat(new ChangeWords().fields("freeze")).containsEntry("title", "Title");
        assertThat(new ChangeWords().fields("lesson")).isEmpty();
    }
}
