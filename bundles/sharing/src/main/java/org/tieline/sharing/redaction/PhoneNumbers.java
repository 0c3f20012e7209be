package org.tieline.sharing.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phone numbers as people, CAD and ALI write them: with and without separators, labels, words. */
final class PhoneNumbers {
    private static final String KIND = "phone number";
    private static final String START = "(?<![\\w.,+:/-])";
    private static final String END = "(?![\\w%])(?![.,:/-]\\d)";
    private static final String EXTENSION = "(?:,? ?(?:x|ext|extension)\\.? ?\\d{1,6})?";
    private static final String LABEL =
            "(?<![A-Z0-9])(?:(?:tele)?phone|ph|phn|tel|tn|cell|cellular|mobile|mob|home|work|fax|pager"
                    + "|call ?-?back|callbk|clbk|cbk?|cbn|p?ani|mdn|cpn|btn|msisdn|esr[kn]|esqk|alt|contact"
                    + "|landline|dial(?:ed|led)?|rang|text(?:ed)? from|tty|tdd|p(?=#))"
                    + "(?: ?(?:number|num|nbr|no\\.?|line|is|was|from|at|#)){0,3}[ :=#|.;'-]{1,4}";
    private static final String DIGIT_WORD =
            "(?:zero|oh|one|two|three|tree|four|fower|five|fife|six|seven|eight|nine|niner)";

    /** Numbers of things, measures and lists of standards. */
    private static final Pattern OTHER_NUMBER =
            Pattern.compile(
                    "(?i)(?<![A-Z])(?:ticket|serial|part|model|order|invoice|asset|radio|talkgroup|quote|contract|purchase|version|build"
                            + "|reference|ref|docket|section|ieee|iso|iec|ansi|nfpa|rfc|apco|nena|tia|s/n|p/n|sn|pn|po|rma|kb|id|isbn|frn|udp|tcp|ports?"
                            + "|between)(?: ?(?:number|num|no\\.?|id|is|was|#)){0,2}[ :=#.-]{0,3}$");

    private static final Pattern MEASURE =
            Pattern.compile(
                    "(?i) ?(?:[kmg]?hz|[kmg]?b(?:it|yte)?s?|calls|records|rows|seconds|ms)\\b");

    static final List<Rule> RULES =
            List.of(
                    number(
                            "(?:\\+?1[-. /]{0,3})?\\(?\\d{3}\\)?[-. /]{0,3}\\d{3}(?:-| - |[. ])\\d{4}"
                                    + END
                                    + EXTENSION),
                    number("(?:\\+?1[-. /]{0,3})?\\(\\d{3}\\)[-. ]{0,3}\\d{7}" + END + EXTENSION),
                    number("1?[2-9]\\d{9}" + END + EXTENSION),
                    number("\\+1?[2-9]\\d{9}" + END + EXTENSION),
                    number("\\d{3}(?:-| - )\\d{4}" + END + EXTENSION),
                    number("555[. ]?\\d{4}" + END + EXTENSION),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.+])(?:\\+ ?|011[-. ]|00 ?)[1-9]\\d{0,3}(?:[-. /]{0,2}\\(?\\d{1,5}\\)?){2,7}(?![\\w.]\\d|\\w)"
                                    + EXTENSION,
                            (text, match) -> international(match.group())),
                    PatternRule.of(
                            KIND,
                            LABEL + "[+(]?\\d(?:[().\\-/ ]{0,3}\\d){6,14}(?![\\w])" + EXTENSION),
                    PatternRule.of(
                            KIND,
                            "\\b(?:" + DIGIT_WORD + "[ ,.-]{1,3}){6,14}" + DIGIT_WORD + "\\b"));

    private PhoneNumbers() {}

    private static PatternRule number(String pattern) {
        return PatternRule.of(KIND, START + pattern, PhoneNumbers::isPhone);
    }

    private static boolean isPhone(FoldedText text, Matcher match) {
        return !text.precededBy(OTHER_NUMBER, match.start())
                && !text.followedBy(MEASURE, match.end());
    }

    private static boolean international(String number) {
        long digits = number.chars().filter(Character::isDigit).count();
        return digits >= 8 && digits <= 18 && !number.matches("\\+ ?\\d{1,3}\\.\\d{3,}");
    }
}
