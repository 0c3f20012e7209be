package org.tieline.sharing.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CAD, ALI, the radio log and people write of a person is found, and little else is. */
class PrivateDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"build.txt", "judge.txt", "fresh.txt"})
    void almostAllThatIsPrivateIsFoundAndAlmostNothingElse(String file) {
        JudgedPassages.Score score = JudgedPassages.read(file).score();
        assertThat(score.found()).as("%s: %s", file, score).isGreaterThanOrEqualTo(0.95);
        assertThat(score.needless()).as("%s: %s", file, score).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Word’s dashes 410–555–0123 here|410–555–0123",
                "no-break spaces 410\u00a0555\u00a00123 here|410\u00a0555\u00a00123",
                "emphasis **Dr.** *Jane* Roe left|Dr.** *Jane* Roe",
                "accents Señora and MR. JOSÉ GARCÍA left|MR. JOSÉ GARCÍA"
            })
    void aMarkStandsExactlyWhereThePassageStandsInTheOriginal(String text, String passage) {
        assertThat(PrivateData.in(text, List.of()))
                .extracting(found -> text.substring(found.start(), found.end()))
                .contains(passage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "1-",
                "1.1",
                "555 ",
                "a",
                "A",
                "A-",
                "a.",
                "a@",
                "DOE ",
                "DOE, ",
                "ST ",
                "MAIN ST/",
                "NAME: ",
                "NAME OF ",
                "TAG A-",
                "one ",
                "Mr. ",
                " ",
                "\n",
                "(",
                "***",
                "@",
                "12 a ",
                "Mr. A",
                "° "
            })
    void theTimeGrowsNoFasterThanTheText(String odd) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        PrivateData.in(odd.repeat(50_000 / odd.length()), List.of());
        assertThat(clock.getCurrentThreadCpuTime() - start).isLessThan(5_000_000_000L);
    }
}
