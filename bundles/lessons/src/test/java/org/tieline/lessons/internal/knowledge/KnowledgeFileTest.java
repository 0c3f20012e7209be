package org.tieline.lessons.internal.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.api.center.CenterKind;
import org.tieline.api.lessons.Category;

/** The form of a lesson in a knowledge pack. */
class KnowledgeFileTest {
    private static final String GOOD =
            """
            ---
            key: 2014-sunny-day
            title: A counter that ran out took 9-1-1 down in seven states
            category: supplier
            topics: [change-management, outage-notice]
            factors: []
            services: [call-routing]
            kinds: [primary-psap, city-311]
            systems: [network]
            vendors: ["AT&T"]
            severity: critical
            source: incident
            happened: 2014-04-10
            reviewed: 2026-11-22
            author: Tieline
            links:
              - {title: "FCC, report", url: "https://www.fcc.gov/x"}
            ---
            ## What happened
            It *stopped*.

            ## What was learned
            Much.
            ## What is recommended
            - Ask.
            ## Evidence
            The report.
            """;

    @Test
    void allOfItIsRead() throws KnowledgeFile.Fault {
        KnowledgeFile file = KnowledgeFile.read(GOOD);
        assertThat(file.key()).isEqualTo("2014-sunny-day");
        assertThat(file.draft().text().happened()).isEqualTo("It *stopped*.");
        assertThat(file.draft().text().evidence()).isEqualTo("The report.");
        assertThat(file.draft().about().category()).isEqualTo(Category.SUPPLIER);
        assertThat(file.draft().about().kinds())
                .containsExactlyInAnyOrder(CenterKind.PRIMARY_PSAP, CenterKind.CITY_311);
        assertThat(file.draft().happened()).contains("2014-04-10");
        assertThat(file.draft().links()).hasSize(1);
        assertThat(KnowledgeFile.read(GOOD.replace("\n", "\r\n")).key()).isEqualTo(file.key());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key: 2014-sunny-day|key: Not a key|key must be",
                "category: supplier|categories: supplier|\"categories\" is no key",
                "severity: critical|severity: dreadful|severity must be one of low",
                "reviewed: 2026-11-22|reviewed: tomorrow|reviewed must be a day",
                "happened: 2014-04-10|happened: once|happenedOn must be a day",
                "topics: [change-management, outage-notice]|topics: radio|topics must be a list",
                "https://www.fcc.gov/x|http://www.fcc.gov/x|links[0].url must be",
                "kinds: [primary-psap, city-311]|kinds: [castle]|kinds must be among",
                "factors: []|factors: [|no YAML",
                "factors: []|factors: !!javax.script.ScriptEngineManager []|no YAML",
                "author: Tieline|title: Twice|no YAML",
                "## What was learned|## What we think|must have no text but the sections",
                "## What was learned|## What happened|twice"
            })
    void eachFaultIsNamed(String right, String wrong, String told) {
        assertThat(GOOD).contains(right);
        assertThatThrownBy(() -> KnowledgeFile.read(GOOD.replace(right, wrong)))
                .isInstanceOf(KnowledgeFile.Fault.class)
                .hasMessageContaining(told);
    }

    @Test
    void aBombOfAliasesIsRefused() {
        String bomb =
                "---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n---\n";
        assertThatThrownBy(() -> KnowledgeFile.read(bomb)).isInstanceOf(KnowledgeFile.Fault.class);
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        assertThatThrownBy(() -> KnowledgeFile.read("---\nkey: x\n---\n"))
                .hasMessageContaining("category is missing")
                .hasMessageContaining("title must not be empty")
                .hasMessageContaining("learned must say something");
    }
}
