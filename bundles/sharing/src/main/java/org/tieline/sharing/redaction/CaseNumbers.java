package org.tieline.sharing.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of calls for service, incidents, cases and reports. */
final class CaseNumbers {
    private static final String KIND = "case number";
    private static final String LABEL =
            "cfs|cad|case|incident|incid|inc|event|evt|ev|report|rept|rpt|run|complaint|file|oca|icr|dr|call|ccn|cr|ir|offense|pcr|ocr|log";
    private static final Pattern OF_A_VENDOR =
            Pattern.compile(
                    "(?i)(?<![A-Z])(?:vendor|support|service|trouble|help ?desk|fcc|nors|manufacturer|carrier|motorola|intrado|comtech|at&t|lumen|verizon"
                            + "|microsoft|cisco|tyler|hexagon|centralsquare|its?)(?:'s)? $");
    private static final Pattern OTHER_NUMBER =
            Pattern.compile(
                    "(?i)(?<![A-Z])(?:ticket|part|serial|s/n|p/n|model|order|po|rma|ref(?:erence)?|docket|invoice|contract|quote|version|standard|ports?|vendor)"
                            + "(?: ?(?:number|no\\.?|id|#)){0,2}[ :#.-]{0,3}$");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?:19|20)\\d\\d-\\d{1,2}(?:-\\d{1,2})?|(?:19|20)\\d\\d-(?:19|20)?\\d\\d|\\d{1,2}-\\d{1,2}-\\d{2,4}");

    private static final Pattern PHONE =
            Pattern.compile("(?:1-)?(?:\\d{3}-)?\\d{3}-\\d{4}|1?[2-9]\\d{9}");

    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            KIND,
                            "(?<![\\w-])(?:"
                                    + LABEL
                                    + ")(?: ?(?:number|num|nbr|no\\b\\.?|id|#)){0,2}(?: (?:is|was))?[ :=#|-]{0,4}"
                                    + "((?<![A-Z])[A-Z]{0,5}-?\\d[A-Z0-9]{0,14}(?:-[A-Z0-9]{1,12}){0,4})(?![\\w-])",
                            CaseNumbers::isCase),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.-])(?:20)?[0-4]\\d-\\d{5,8}(?![\\w-]|\\.\\d)",
                            (text, match) -> !text.precededBy(OTHER_NUMBER, match.start())));

    private CaseNumbers() {}

    private static boolean isCase(FoldedText text, Matcher match) {
        String number = match.group(1);
        long digits = number.chars().filter(Character::isDigit).count();
        return (digits >= 5 || number.matches("\\d\\d-\\d{3,}"))
                && !DATE.matcher(number).matches()
                && !PHONE.matcher(number).matches()
                && !text.precededBy(OF_A_VENDOR, match.start());
    }
}
