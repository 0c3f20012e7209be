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

    @Test
    void whatIsDoneToAPartOfARecordIsToldInTheWordsOfTheBundleItComesFrom() {
        Wording wording =
                new Wording() {
                    @Override
                    public Map<String, String> actions() {
                        return Map.of("remark.created", "remarked");
                    }
                };
        Words.add(wording);
        try {
            assertThat(Words.told(created("remark"))).isEqualTo("remarked");
            assertThat(Words.told(created("center"))).isEqualTo("added");
        } finally {
            Words.remove(wording);
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
        Words.add(order);
        Words.add(story);
        try {
            assertThat(Words.field("order", "title")).isEqualTo("What is ordered");
            assertThat(Words.field("story", "title")).isEqualTo("Title");
            assertThat(Words.field("story", "supplier")).isEqualTo("Supplier");
            assertThat(Words.field("story", "timeZone")).isEqualTo("Time zone");
            assertThat(Words.field("person", "supplier")).isEqualTo("Supplier");
            assertThat(Words.field("a plug-in's", "supplier")).isEqualTo("From whom");
        } finally {
            Words.remove(order);
            Words.remove(story);
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
