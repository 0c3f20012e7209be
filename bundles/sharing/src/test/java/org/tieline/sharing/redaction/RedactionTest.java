package org.tieline.sharing.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.api.sharing.Finding;
import org.tieline.api.sharing.Finding.Decision;
import org.tieline.spi.sharing.Detector;

/** What must not leave a center is found. */
class RedactionTest {
    private final Redaction redaction = new Redaction();

    private List<Finding> found(String text) {
        return redaction.findings(Map.of("happened", text), Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call (555) 010-4477 now|(555) 010-4477|phone number",
                "Call 555-010-4477 now|555-010-4477|phone number",
                "Call +1 555 010 4477 now|+1 555 010 4477|phone number",
                "Ring 555.010.4477.|555.010.4477|phone number",
                "Ring 010-4477 at night|010-4477|phone number",
                "Sent to jo.doe@example.org today|jo.doe@example.org|e-mail address",
                "at 1420 N Maple Avenue Apt 4 we|1420 N Maple Avenue Apt 4|street address",
                "at 12 Elm St. we|12 Elm St.|street address",
                "went to 3305 County Road twice|3305 County Road|street address",
                "then Mr. Howard fell|Mr. Howard|name",
                "and Deputy Ann O'Neil came|Deputy Ann O'Neil|name",
                "the man, born 04/12/1961, said|born 04/12/1961|date of birth",
                "DOB: March 3, 1980 was read|DOB: March 3, 1980|date of birth",
                "a truck, plate ABC-1234, left|plate ABC-1234|license plate",
                "found at 41.88320, -87.62410 later|41.88320, -87.62410|coordinates",
                "at 41°52'59\"N it stood|41°52'59\"N|coordinates",
                "see CAD number 2024-001234 for|CAD number 2024-001234|case number",
                "see case #24-55012 for|case #24-55012|case number",
                "his 123-45-6789 was read|123-45-6789|social security number"
            })
    void eachKindIsFound(String text, String passage, String kind) {
        assertThat(found(text))
                .anySatisfy(
                        finding -> {
                            assertThat(finding.text()).isEqualTo(passage);
                            assertThat(finding.kind()).isEqualTo(kind);
                            assertThat(text.substring(finding.start(), finding.end()))
                                    .isEqualTo(passage);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Calls to 9-1-1 failed for 65 minutes on 2018-08-01.",
                "693 calls failed to about 70 centers.",
                "Version 4.2.1 of the phone system was installed at 02:30.",
                "FCC report, PS Docket 17-68, page 12 to 14.",
                "The CAD server restarted 3 times.",
                "Six positions of 12 were dark."
            })
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void whatIsNotDecidedIsTakenOutAsWell() {
        assertThat(
                        redaction.without(
                                "Ask jo@example.org or al@example.org.",
                                Map.of(
                                        Redaction.key("e-mail address", "AL@example.org"),
                                        Decision.KEEP)))
                .isEqualTo("Ask [e-mail address removed] or al@example.org.");
    }

    @Test
    void aPluggedDetectorCountsAndOverlapsAreOne() {
        redaction.plugged =
                List.of(
                        new Detector() {
                            @Override
                            public String kind() {
                                return "code word";
                            }

                            @Override
                            public List<Span> find(String text) {
                                int at = text.indexOf("Ask jo");
                                return at < 0 ? List.of() : List.of(new Span(at, at + 6));
                            }
                        });
        assertThat(found("Ask jo@example.org now"))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.text()).isEqualTo("Ask jo@example.org");
                            assertThat(finding.kind()).isEqualTo("code word");
                        });
    }
}
