package org.tieline.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", " begins late", "ends late ", "two\nlines", "bell\u0007"})
    void aLineThatIsNoneIsNamed(String text) {
        assertThat(Texts.check("name", text, 20)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one line", "two\r\nlines\n\twith a tab", "naïve — 救急"})
    void aTextMayHaveSeveralLinesOrNone(String text) {
        assertThat(Texts.lines("fallback", text, 40)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell\u0007", "nothing\u0000", "escape\u001b[2J"})
    void aTextHasNoControlCharacters(String text) {
        assertThat(Texts.lines("fallback", text, 40))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("control characters"));
    }

    @Test
    void aTextThatIsTooLongIsToldHowLongItIs() {
        assertThat(Texts.lines("fallback", "x".repeat(41), 40))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("at most 40", "has 41"));
    }
}
