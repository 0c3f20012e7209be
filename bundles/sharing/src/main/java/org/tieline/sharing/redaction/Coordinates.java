package org.tieline.sharing.redaction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places on the globe: degrees in each spelling, grids, codes. */
final class Coordinates {
    private static final String KIND = "coordinates";
    private static final String LATITUDE = "(?:lat(?:itude)?|y)";
    private static final String LONGITUDE = "(?:lon(?:g|gitude)?|lng|x)";
    private static final String LABEL_END = "\\.?[ :=(|\"'-]{0,4}";
    private static final String DECIMAL =
            "[-+]? ?\\d{1,3}\\.\\d{2,15}(?: ?\u00b0)?(?: ?[NSEW]\\b)?";
    private static final String EXACT =
            "[-+]?\\d{1,3}\\.\\d{4,15}(?!\\d)(?: ?\u00b0)?(?: ?[NSEW]\\b)?";
    private static final String MARKED =
            "(?:[NSEW] ?\\d{1,3}\\.\\d{2,15}(?: ?\u00b0)?|\\d{1,3}\\.\\d{2,15} ?\u00b0? ?[NSEW]\\b)";
    private static final String MINUTES = "\\d{1,2}(?:\\.\\d{1,8})?(?: ?')?";
    private static final String SECONDS = "\\d{1,2}(?:\\.\\d{1,6})?(?: ?(?:\"|''))?";
    private static final String SEXAGESIMAL =
            "\\d{1,3} ?(?:\u00b0|deg|[ :-]) ?" + MINUTES + "(?:[ :-]{0,2}" + SECONDS + ")?";
    private static final String POINT =
            "(?:[NSEW] ?" + SEXAGESIMAL + "|[-+]?" + SEXAGESIMAL + " ?[NSEW]\\b)";
    private static final String VALUE =
            "(?:"
                    + SEXAGESIMAL
                    + "(?: ?[NSEW]\\b)?|"
                    + DECIMAL
                    + "|[NSEW] ?(?:"
                    + SEXAGESIMAL
                    + "|\\d{1,3}\\.\\d{2,15}))";
    private static final String BETWEEN = "[ ,;/|\n]{0,3}(?:by |and )?";
    private static final Pattern MEASURE =
            Pattern.compile("(?i) ?(?:[kmg]hz|ms|db|%|s\\b|sec|mbps|miles|km)");
    private static final Pattern NUMBERS =
            Pattern.compile("([-+]?\\d{1,3}\\.\\d+)[^\\d+-]*([-+]?\\d{1,3}\\.\\d+)");

    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            KIND,
                            "(?<![A-Z])(?:"
                                    + LATITUDE
                                    + LABEL_END
                                    + "[-+]? ?"
                                    + VALUE
                                    + BETWEEN
                                    + LONGITUDE
                                    + LABEL_END
                                    + "[-+]? ?"
                                    + VALUE
                                    + "|"
                                    + LONGITUDE
                                    + LABEL_END
                                    + "[-+]? ?"
                                    + VALUE
                                    + BETWEEN
                                    + LATITUDE
                                    + LABEL_END
                                    + "[-+]? ?"
                                    + VALUE
                                    + ")"),
                    PatternRule.of(
                            KIND,
                            "\\b(?:lat(?:itude)?|lon(?:g|gitude)?|lng)(?![A-Z])"
                                    + LABEL_END
                                    + "[-+]? ?"
                                    + VALUE,
                            Coordinates::isExact),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.])" + EXACT + "(?:[,;/] ?| )" + EXACT + "(?![\\w]|\\.\\d)",
                            Coordinates::onTheGlobe),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.])[-+]?\\d{1,3}\\.\\d{3,15}(?:[,;/] ?| )-\\d{1,3}\\.\\d{3,15}(?![\\w]|\\.\\d)",
                            Coordinates::onTheGlobe),
                    PatternRule.of(KIND, "(?<![\\w.])" + MARKED + BETWEEN + MARKED),
                    PatternRule.of(KIND, "(?<![\\w.])" + POINT + BETWEEN + POINT),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.])\\d{1,3} ?\u00b0 ?"
                                    + MINUTES
                                    + "(?: ?"
                                    + SECONDS
                                    + ")? ?[NSEW]\\b"),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.:])[-+]?\\d{1,2}:\\d{2}:\\d{2}\\.\\d{1,6}[,; ]{1,2}[-+]?\\d{1,3}:\\d{2}:\\d{2}\\.\\d{1,6}"),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.])\\d{1,2} ?[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V] ?(?:\\d{5} ?\\d{5}|\\d{4} ?\\d{4}|\\d{3} ?\\d{3})(?!\\w)"),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w.])\\d{1,2} ?[C-HJ-NP-X][ ,]{1,2}(?:E ?)?0?\\d{6}(?:\\.\\d{1,3})?(?: ?m?E)?[ ,]{1,2}(?:N ?)?\\d{7}(?:\\.\\d{1,3})?(?: ?m?N)?\\b"),
                    PatternRule.of(
                            KIND,
                            "\\b(?:easting|E)[ :=]{0,2}\\d{6}(?:\\.\\d{1,3})?[ ,;]{1,3}(?:northing|N)[ :=]{0,2}\\d{7}(?:\\.\\d{1,3})?\\b"),
                    PatternRule.of(
                            KIND,
                            "(?<![\\w+])[23456789CFGHJMPQRVWX]{4,8}\\+[23456789CFGHJMPQRVWX]{2,3}(?![\\w+])"),
                    PatternRule.of(
                            "what3words address", "///\\p{L}{3,30}\\.\\p{L}{3,30}\\.\\p{L}{3,30}"),
                    PatternRule.of(
                            "what3words address",
                            "(?:what3words|what 3 words|w3w)(?:\\.com/| (?:address|is|was|gave|says|said|location)){0,3}[ :=/|-]{1,3}\\p{L}{3,30}[./ ]\\p{L}{3,30}[./ ]\\p{L}{3,30}"));

    private Coordinates() {}

    private static boolean isExact(FoldedText text, Matcher match) {
        return match.group().matches("(?s).*(?:\\.\\d{3}|[\u00b0'\"]).*");
    }

    private static boolean onTheGlobe(FoldedText text, Matcher match) {
        Matcher numbers = NUMBERS.matcher(match.group());
        if (!numbers.find() || text.followedBy(MEASURE, match.end())) {
            return false;
        }
        double first = Math.abs(Double.parseDouble(numbers.group(1)));
        double second = Math.abs(Double.parseDouble(numbers.group(2)));
        return Math.min(first, second) <= 90 && Math.max(first, second) <= 180;
    }
}
