package org.tieline.lessons.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What CAD, ALI, the radio log and people write of a person is found, and little else is. */
class PrivateDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"build.txt", "build.txt"})
    void almostAllThatIsPrivateIsFoundAndAlmostNothingElse(String file) {
        JudgedPassages.Score score = JudgedPassages.read(file).score();
        assertThat(score.found()).as("%s: %s", file, score).isGreaterThanOrEqualTo(0.95);
        assertThat(score.needless()).as("%s: %s", file, score).isLessThanOrEqualTo(0.05);
    }
}
