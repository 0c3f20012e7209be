package org.tieline.lessons.internal.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.spi.lessons.Detector;

/**
 * Finds what has the form of something private in the United States. Rather too much than too
 * little: a person decides on each finding.
 */
enum PatternDetector implements Detector {
    EMAIL("e-mail address", "[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}"),
    SOCIAL_SECURITY("social security number", "(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])"),
    PHONE(
            "phone number",
            "(?<![\\w.-])(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])?\\d{3}[-.]\\d{4}(?![\\w-])"
                    + "|(?<![\\w.-])(?:\\+?1[-. ])?\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}(?![\\w-])"
                    + "|\\+\\d{1,3}(?:[-. ]\\d{2,4}){2,4}(?![\\w-])"),
    BIRTH(
            "date of birth",
            "(?i)\\b(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|born)(?: on| is| was)?[:\\s]{0,3}"
                    + "(?:\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}|\\d{1,2} [a-z]{3,9},? \\d{4}"
                    + "|[a-z]{3,9}\\.? \\d{1,2},? \\d{4})"),
    ADDRESS(
            "street address",
            "(?i)\\b\\d{1,6}(?:-\\d{1,4})?(?: (?:[nsew]|north|south|east|west|ne|nw|se|sw)\\.?)?"
                    + "(?: [\\w'.]{1,30}){1,4}? (?:street|st|avenue|ave|road|rd|drive|dr|lane|ln"
                    + "|boulevard|blvd|court|ct|highway|hwy|parkway|pkwy|terrace|circle|place|pl"
                    + "|trail|pike|way)\\b\\.?(?:,? (?:apt|apartment|unit|suite|#)\\.? ?[\\w-]{1,6})?"),
    NAME(
            "name",
            "\\b(?:Mr|Mrs|Ms|Miss|Dr|Officer|Sgt|Sergeant|Lt|Lieutenant|Capt|Captain|Chief|Deputy"
                    + "|Trooper|Detective|Det|Paramedic|Firefighter|Dispatcher|Telecommunicator"
                    + "|Supervisor|Sheriff|Judge|Caller|Patient|Victim|Suspect)\\.?"
                    + "(?: [A-Z]\\.)?(?: [A-Z][\\p{L}'-]{1,30}){1,3}"),
    PLATE(
            "license plate",
            "(?i)\\b(?:licen[sc]e plate|plate|tag|registration)(?: number| no\\.?)?(?: is| was)?"
                    + "[:# ]{1,3}(?=[a-z -]{0,6}\\d)[a-z0-9]{2,4}[- ]?[a-z0-9]{2,4}\\b"),
    COORDINATES(
            "coordinates",
            "(?<![\\w.])[-+]?\\d{1,3}\\.\\d{3,15} ?°? ?[NS]?[,;/ ]{1,3}[-+]?\\d{1,3}\\.\\d{3,15}(?: ?°?"
                    + " ?[EW]\\b)?"
                    + "|\\d{1,3}°\\s?\\d{1,2}(?:\\.\\d{1,8})?['′](?:\\s?\\d{1,2}(?:\\.\\d{1,6})?[\"″])?\\s?[NSEW]"),
    CASE(
            "case number",
            "(?i)\\b(?:cad|case|incident|event|report|run|complaint|file)(?: (?:number|no\\.?|num|id))?"
                    + "[:# ]{1,3}[a-z]{0,4}-?\\d[\\d-]{3,18}\\b");

    private final String kind;
    private final Pattern pattern;

    PatternDetector(String kind, String pattern) {
        this.kind = kind;
        this.pattern = Pattern.compile(pattern);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Span(matcher.start(), matcher.end()));
        }
        return found;
    }
}
