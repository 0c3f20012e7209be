package org.tieline.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.journal.JournalLine;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.Wording;

class WordsTest {
    @Test
    void everyOperationOfThePlatformHasWordsOfItsOwn() {
        assertThat(new PlatformOperations().operations())
                .extracting(Operation::name)
                .extracting(Labels::operation)
                .doesNotHaveDuplicates()
                .noneMatch(words -> words.matches("(State|Health|Directory|Metrics) [a-z]+"));
    }

    @Test
    void anOperationOfAPlugInIsSpelledOut() {
        assertThat(Labels.operation("cad-link.send")).isEqualTo("Send cad link");
    }

    @Test
    void valuesOfTheJournalAreToldInWords() {
        assertThat(Labels.value("kind", "primary-psap")).isEqualTo("Primary PSAP");
        assertThat(Labels.value("active", "false")).isEqualTo("no");
        assertThat(Labels.value("revoked", "2026-11-21T22:22:09.145002Z"))
                .isEqualTo("Nov 21, 2026, 22:22 UTC");
        assertThat(Labels.value("scopes", "center.read, person.read"))
                .isEqualTo("See centers, See people");
        assertThat(Labels.value("name", "2026 plan")).isEqualTo("2026 plan");
    }

    @Test
    void whatIsDoneToAPartOfARecordIsToldInTheWordsOfTheBundleItComesFrom() {
        Wording wording =
                new Wording() {
                    @Override
                    public Map<String, String> actions() {
                        return Map.of("remark.created", "remarked");
                    }
                };
        Labels.add(wording);
        try {
            assertThat(Labels.told(created("remark"))).isEqualTo("remarked");
            assertThat(Labels.told(created("center"))).isEqualTo("added");
        } finally {
            Labels.remove(wording);
        }
    }

    private static Wording kind(String kind, Map<String, String> fields, Map<String, String> any) {
        return new Wording() {
            @Override
            public Map<String, String> fields(String asked) {
                return asked.equals(kind) ? fields : Map.of();
            }

            @Override
            public Map<String, String> fields() {
                return any;
            }
        };
    }

    @Test
    void aFieldIsCalledWhatItsKindOfRecordCallsItAndNotWhatAnotherKindDoes() {
        Wording order =
                kind(
                        "order",
                        Map.of("title", "What is ordered"),
                        Map.of("title", "What is ordered", "supplier", "From whom"));
        Wording story = kind("story", Map.of("title", "Title"), Map.of());
        Labels.add(order);
        Labels.add(story);
        try {
            assertThat(Labels.field("order", "title")).isEqualTo("What is ordered");
            assertThat(Labels.field("story", "title")).isEqualTo("Title");
            assertThat(Labels.field("story", "supplier")).isEqualTo("Supplier");
            assertThat(Labels.field("story", "timeZone")).isEqualTo("Time zone");
            assertThat(Labels.field("person", "supplier")).isEqualTo("Supplier");
            assertThat(Labels.field("a plug-in's", "supplier")).isEqualTo("From whom");
        } finally {
            Labels.remove(order);
            Labels.remove(story);
        }
    }

    private static JournalLine created(String kind) {
        return new JournalLine(
                1,
                Instant.EPOCH,
                "metro",
                1,
                Caller.system("test").actor(),
                new RecordRef(kind, "1"),
                1,
                "created",
                List.of(),
                "",
                "");
    }
}
