package org.tieline.sharing.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses, intersections and places along a highway. */
final class StreetAddresses {
    private static final String ADDRESS = "street address";
    private static final String INTERSECTION = "intersection";
    private static final String MARKER = "place on a highway";

    /** USPS Publication 28, appendix C1, without what is hardly ever the end of a street's name. */
    private static final String PLAIN_SUFFIX =
            "street|str|st|avenue|aven|ave|av|road|rd|lane|ln|boulevard|blvd|highway|hwy|parkway|pkwy|pky|turnpike|tpke|expressway|expy"
                    + "|freeway|fwy|broadway|causeway|cswy|alley|aly|terrace|terr|ter";

    private static final String OTHER_SUFFIX =
            "drive|dr|court|ct|circle|cir|place|pl|trail|trl|pike|way|wy|square|sq|plaza|plz|loop|crossing|xing|cove|cv|ridge|rdg|run|path"
                    + "|pass|point|pt|crescent|cres|row|walk|landing|lndg|bend|bnd|heights|hts|grove|grv|hollow|holw|manor|mnr|view|vw"
                    + "|glen|gln|mews|spur|extension|route|rte|rt";
    private static final String ONE_SUFFIX =
            "(?:" + byLetter(PLAIN_SUFFIX + "|" + OTHER_SUFFIX) + ")\\b\\.?";

    /** A name may end like a suffix itself, as in Liberty Heights Avenue. */
    private static final String SUFFIX = ONE_SUFFIX + "(?: " + ONE_SUFFIX + ")?";

    private static final String DIRECTION =
            "(?:n\\.?[ew]\\.?|s\\.?[ew]\\.?|[nsew]\\.?|north(?:east|west)?|south(?:east|west)?|east|west)";
    private static final String WORD = "[A-Z0-9][A-Z0-9'.-]{0,24}+";
    private static final String NUMBER =
            "(?<![\\w.,:/#$-])(?:\\d{1,6}(?:-\\d{1,4})?[A-Z]?|one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final String UNIT =
            "(?:,? ?(?:#|(?:apt|apartment|unit|ste|suite|bldg|building|lot|fl|floor|rm|room|trlr|trailer|spc|space)\\b\\.? ?#?) ?[A-Z]{0,2}-?\\d{0,5}-?[A-Z]?\\b){0,2}";
    private static final String HIGHWAY =
            "(?:i|us|u\\.s\\.|sr|st rt|cr|rt|rte|route|hwy|highway|interstate|state (?:route|road|highway)|county (?:road|highway)|us (?:route|highway)|fm|md|va|pa)[ -]?\\d{1,4}[A-Z]?(?: (?:[nsew]b?|(?:north|south|east|west)(?:bound)?)\\b)?";
    private static final String ORDINAL = "\\d{1,3}(?:st|nd|rd|th)";
    private static final String STREET =
            "(?:(?:"
                    + DIRECTION
                    + " )?(?:"
                    + ORDINAL
                    + "|"
                    + WORD
                    + "(?: "
                    + WORD
                    + "){0,2}?) "
                    + SUFFIX
                    + "(?: "
                    + DIRECTION
                    + "\\b)?|\\b"
                    + HIGHWAY
                    + ")";
    private static final String CROSSES = "(?: ?[/&@+] ?| (?:and|at|x) )";
    private static final String LOOSE =
            "(?:" + DIRECTION + " )?" + WORD + "(?: " + WORD + "){0,2}?";

    private static final Set<String> NOT_IN_NAMES =
            Set.copyOf(
                    List.of(
                            ("OF TO THE IN ON AT FROM AND OR FOR WITH BY IS ARE WAS WERE NOT NO A AN AS IT ITS THAT THIS THEN THAN CALL CALLS UNIT UNITS"
                                            + " MINUTE MINUTES MIN MINS HOUR HOURS HRS HR SECOND SECONDS SEC DAY DAYS WEEKS MONTHS YEARS YEAR MILE MILES FEET FT YARDS"
                                            + " PERSONS CALLERS LINES LINE TRUNKS VEHICLES VEH POSITIONS TIMES MALES FEMALES MALE FEMALE SUBJECTS OFFICERS"
                                            + " TRUCKS CARS LANES YOA YOF YOM AM PM HAD HAS HAVE WENT CAME WENT SAID INTO ONTO OVER UNDER OUT UP DOWN OFF WHEN WHILE"
                                            + " CALLER NOW NEAR VIA BETWEEN PER UNTIL AFTER BEFORE BUT ALL PERCENT MORE ENGINE MEDIC LADDER SQUAD TAC VERSION PAGE"
                                            + " PHASE STEP SERVERS RADIOS CIRCUITS WE THEY HE SHE WHICH WHO WHERE TOOK ACRS ACROSS ALONG BLOCKED MOVED")
                                    .split(" ")));
    private static final Set<String> PLAIN =
            Set.of(PLAIN_SUFFIX.toUpperCase(Locale.ROOT).split("\\|"));
    private static final Pattern NUMBER_WORD = Pattern.compile("(?i)[a-z]+");
    private static final Pattern NETWORK = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\..*");

    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            ADDRESS,
                            NUMBER
                                    + "(?: 1/2)?(?: "
                                    + DIRECTION
                                    + ")?(?<name>(?: "
                                    + WORD
                                    + "){1,4}?) (?<suffix>"
                                    + SUFFIX
                                    + ")"
                                    + "(?: "
                                    + DIRECTION
                                    + "\\b)?(?:(?<= (?:road|highway|hwy|route|rte|rt|rd)) \\d{1,5}[A-Z]?\\b)?"
                                    + UNIT,
                            StreetAddresses::isAddress),
                    PatternRule.of(
                            ADDRESS,
                            "(?<![\\w.,:/#$-])\\d{1,6}[A-Z]?(?: "
                                    + DIRECTION
                                    + ")? (?:broadway|"
                                    + HIGHWAY
                                    + "|(?:calle|camino|avenida|via|paseo|avenue|avenue of the|rue)(?: "
                                    + WORD
                                    + "){1,3})"
                                    + UNIT,
                            (text, match) -> capital(match.group().replaceFirst("^\\S+ ", ""))),
                    PatternRule.of(
                            ADDRESS,
                            "(?<![\\w.,-])\\d{1,5} ?-?(?:blk|block)(?: of)?(?<name>(?: "
                                    + WORD
                                    + "){1,4}?)(?: "
                                    + SUFFIX
                                    + "|(?= [/&@-])|(?=[\n.,;)]|$))"
                                    + UNIT,
                            (text, match) -> plain(match.group("name"))),
                    PatternRule.of(
                            ADDRESS,
                            "(?<![A-Z])(?:addr(?:ess)?|loc(?:ation)?|residence|lives at|resides at|home address) ?[:=|#]? ?(?<place>\\d{1,6}[A-Z]?(?: [\\w'.#/-]{1,24}){1,6})",
                            (text, match) -> labeled(match)),
                    PatternRule.of(
                            ADDRESS,
                            "\\bp\\.? ?o\\.? ?(?:box|bx|drawer) ?#?\\d{1,6}\\b|\\b(?:rr|hc|rural route) ?\\d{1,3},? box ?\\d{1,5}\\b"),
                    PatternRule.of(
                            ADDRESS,
                            "\\b(?:apt|apartment|trlr)\\b\\.? ?#?(?:[A-Z]?-?\\d{1,5}-?[A-Z]?|[A-Z])\\b",
                            (text, match) -> match.group().matches(".*(?:\\d|[A-Z])$")),
                    PatternRule.of(
                            INTERSECTION,
                            "(?<![\\w'-])"
                                    + STREET
                                    + "(?:"
                                    + CROSSES
                                    + "(?:"
                                    + STREET
                                    + "|(?:"
                                    + DIRECTION
                                    + " )?"
                                    + ORDINAL
                                    + "\\b)){1,3}",
                            (text, match) -> isIntersection(match.group())),
                    PatternRule.of(
                            INTERSECTION,
                            "(?<![\\w'-])(?-i:(?=[A-Z0-9]))"
                                    + STREET
                                    + "(?: ?[/&@] ?| (?-i:X) )"
                                    + WORD,
                            (text, match) -> isIntersection(match.group())),
                    PatternRule.of(
                            INTERSECTION,
                            "(?<![\\w'-])(?:" + ORDINAL + "|" + WORD + ") ?[/&@] ?" + STREET,
                            (text, match) -> isIntersection(match.group())),
                    PatternRule.of(
                            INTERSECTION,
                            "\\b(?:the )?(?:[ns][ew] )?(?:corner|intersection|cross ?-?streets?|cross|xsts?|xstreets?|x-st)(?: of)?[: ]{1,2}(?:the )?(?<name>"
                                    + LOOSE
                                    + "(?: ?[/&@+] ?| (?:and|at|x) )(?:"
                                    + STREET
                                    + "|"
                                    + WORD
                                    + "))",
                            (text, match) -> capital(match.group("name"))),
                    PatternRule.of(
                            MARKER,
                            "(?<!\\w)(?:"
                                    + HIGHWAY
                                    + ",? (?:at |near |by )?(?:the )?)?(?:(?-i:MM|MP)|mile ?-?(?:marker|post)|mm(?=\\d))[ #.:]{0,2}\\d{1,3}(?:\\.\\d{1,2})?\\b(?: (?:on )?"
                                    + HIGHWAY
                                    + ")?"),
                    PatternRule.of(
                            MARKER,
                            "(?<!\\w)"
                                    + HIGHWAY
                                    + ",? (?:at |near |by )?(?:mile|exit|milepost|mm|mp)[ #.:]{1,2}\\d{1,3}(?:\\.\\d{1,2})?[A-Z]?\\b"));

    private StreetAddresses() {}

    /** The same alternatives by their first letters, as a regular expression tries one by one. */
    private static String byLetter(String words) {
        return Stream.of(words.split("\\|"))
                .collect(
                        Collectors.groupingBy(
                                word -> word.charAt(0),
                                TreeMap::new,
                                Collectors.mapping(
                                        word -> word.substring(1), Collectors.joining("|"))))
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "(?:" + one.getValue() + ")")
                .collect(Collectors.joining("|"));
    }

    private static boolean isAddress(FoldedText text, Matcher match) {
        String all = match.group();
        String name = match.group("name");
        String suffix =
                match.group("suffix")
                        .replace(".", "")
                        .replaceFirst(".* ", "")
                        .toUpperCase(Locale.ROOT);
        boolean capital = capital(name);
        boolean counted = NUMBER_WORD.matcher(all.split(" ", 2)[0]).matches();
        if (counted && !(capital && Character.isUpperCase(all.charAt(0)))) {
            return false;
        }
        return plain(name) && (capital || PLAIN.contains(suffix));
    }

    /** No word that stands in sentences but hardly in the name of a street. */
    private static boolean plain(String name) {
        for (String word : name.strip().split("[ /&@+]+")) {
            if (NOT_IN_NAMES.contains(word.toUpperCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** Every word begins with a capital letter or a digit. */
    private static boolean capital(String name) {
        for (String word : name.strip().split("[ /&@+]+")) {
            if (!word.isEmpty()
                    && Character.isLowerCase(word.charAt(0))
                    && !Set.of("and", "at", "x", "of", "the").contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIntersection(String streets) {
        String[] each = streets.split("(?i) ?[/&@+] ?| (?:and|at|x) ");
        for (String street : each) {
            if (!plain(street) || street.isBlank()) {
                return false;
            }
        }
        return capital(streets)
                || streets.matches(
                        "(?i).*\\b(?:street|st|avenue|ave|road|rd)\\b.*\\b(?:street|st|avenue|ave|road|rd)\\b.*");
    }

    private static boolean labeled(Matcher match) {
        String place = match.group("place");
        return !NETWORK.matcher(place).matches()
                && capital(place.replaceFirst("^\\S+ ", "").split(" ")[0])
                && plain(place.split(" ")[1]);
    }
}
