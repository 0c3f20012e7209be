package org.tieline.sharing.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.spi.sharing.Detector.Span;

/** Dates of birth: behind a label, behind race and sex, behind a name. */
final class BirthDates {
    static final String KIND = "date of birth";
    private static final String MONTH =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String NUMERIC = "\\d{1,4} ?[-/. ] ?\\d{1,2} ?[-/. ] ?\\d{1,4}";
    private static final String SHORT =
            "(?:\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d{2}|(?:0\\d|1[0-2])[0-3]\\d(?:19|20)?\\d{2})(?![\\w-])";
    private static final String ANY =
            "(?:"
                    + NUMERIC
                    + "|\\d{1,2}[ -]?"
                    + MONTH
                    + "[-, ]{0,2}\\d{2,4}|"
                    + MONTH
                    + " ?\\d{1,2}(?:st|nd|rd|th)?,? ?\\d{2,4}|\\d{8}|\\d{6}|\\d{4})(?![\\w-])";
    private static final String RACE_SEX = "(?:[WBHAIUO]/? ?[MF]|MALE|FEMALE|[MF])";

    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            KIND,
                            "\\b(?:d\\.? ?o\\.? ?b\\b\\.?|d/o/b|b/d|bd|bdate|date of birth|birth ?-?date|birth ?day|b-?day|born|yob)"
                                    + "(?: (?:on|is|was|in|of))?[ :=|#;.-]{0,4}"
                                    + ANY),
                    PatternRule.of(KIND, "(?<![\\w/])[WBHAIUO]/ ?[MF][ ,/]{1,3}" + SHORT));

    private static final Pattern BEHIND_NAME =
            Pattern.compile(
                    "[ ,(/]{1,3}(?:" + RACE_SEX + "[ ,/]{1,3}){0,2}(" + SHORT + ")",
                    Pattern.CASE_INSENSITIVE);

    private BirthDates() {}

    /** Returns the dates that follow names. */
    static List<Span> behind(FoldedText text, List<Span> names) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = BEHIND_NAME.matcher(text.text());
        for (Span name : names) {
            if (matcher.region(name.end(), text.text().length()).lookingAt()) {
                found.add(new Span(matcher.start(1), matcher.end(1)));
            }
        }
        return found;
    }
}
