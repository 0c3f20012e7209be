package org.tieline.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tieline.api.access.Operation;
import org.tieline.core.access.PlatformOperations;

class WordsTest {
    @Test
    void everyOperationOfThePlatformHasWordsOfItsOwn() {
        assertThat(new PlatformOperations().operations())
                .extracting(Operation::name)
                .extracting(Words::operation)
                .doesNotHaveDuplicates()
                .noneMatch(words -> words.matches("(State|Health|Directory|Metrics) [a-z]+"));
    }

    @Test
    void anOperationOfAPlugInIsSpelledOut() {
        assertThat(Words.operation("cad-link.send")).isEqualTo("Send cad link");
    }

    @Test
    void valuesOfTheJournalAreToldInWords() {
        assertThat(Words.value("kind", "primary-psap")).isEqualTo("Primary PSAP");
        assertThat(Words.value("active", "false")).isEqualTo("no");
        assertThat(Words.value("revoked", "2026-11-21T22:22:09.145002Z"))
                .isEqualTo("Nov 21, 2026, 22:22 UTC");
        assertThat(Words.value("scopes", "center.read, person.read"))
                .isEqualTo("See centers, See people");
        assertThat(Words.value("name", "2026 plan")).isEqualTo("2026 plan");
    }
}
