package org.tieline.sharing.redaction;

import java.util.List;
import java.util.regex.Pattern;

/** License plates and vehicle identification numbers. */
final class Vehicles {
    private static final String PLATE = "license plate";
    private static final String VIN = "vehicle identification number";
    private static final String LABEL =
            "(?<![A-Z0-9])(?:licen[sc]e(?: plate)?|lic(?: pl(?:ate)?)?|plates?|tags?|lpn?|vrn|registration|reg)"
                    + "(?: (?:number|num|no\\b\\.?|#))?(?: (?:is|was|of))?[ :=#/|;,-]{1,3}";
    private static final String LETTER =
            "(?:adam|boy|baker|charles|charlie|david|edward|frank|george|henry|ida|john|king|lincoln|mary|nora|ocean|paul|queen|robert|sam|tom"
                    + "|union|victor|william|x-?ray|young|zebra|alpha|alfa|bravo|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike"
                    + "|november|oscar|papa|quebec|romeo|sierra|tango|uniform|whiskey|yankee|zulu|[a-z])";
    private static final Pattern OTHER_TAG =
            Pattern.compile(
                    "(?i)(?<![A-Z])(?:vlan|asset|service|property|dock|hash|inventory|rfid|802\\.1q|sip|software|windows|xml|html|git|radio|unit) $");
    private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String VIN_VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";

    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            PLATE,
                            LABEL
                                    + "((?:[A-Z]{2}[ /:-]{1,2})?[A-Z0-9]{1,8}(?:-[A-Z]{1,4}|[ -](?=[A-Z]{0,3}\\d)[A-Z0-9]{1,5}){0,2})(?![\\w])",
                            (text, match) ->
                                    isPlate(match.group(1))
                                            && !text.precededBy(OTHER_TAG, match.start())),
                    PatternRule.of(
                            PLATE,
                            LABEL
                                    + "(?:(?:"
                                    + LETTER
                                    + "|\\d)[ ,.-]{1,2}){3,7}(?:"
                                    + LETTER
                                    + "|\\d)\\b"),
                    PatternRule.of(
                            VIN,
                            "(?<![A-Z0-9])(?:vin|vehicle identification)(?: (?:number|no\\.?|#))?(?: (?:is|was))?[ :=#|-]{1,3}(?=[A-Z]{0,8}\\d)[A-Z0-9]{5,17}\\b"),
                    PatternRule.of(
                            VIN,
                            "(?<![\\w-])[A-HJ-NPR-Z0-9]{17}(?![\\w-])",
                            (text, match) -> isVin(match.group())));

    private Vehicles() {}

    private static boolean isPlate(String plate) {
        long letters = plate.chars().filter(Character::isLetter).count();
        long digits = plate.chars().filter(Character::isDigit).count();
        return digits > 0
                && letters + digits >= (letters > 0 ? 4 : 5)
                && !plate.matches("(?i)[a-z]{3,}[ -]\\d{1,2}|(?:19|20)\\d\\d.*");
    }

    /** 49 CFR 565.15: the ninth character checks the others. */
    static boolean isVin(String vin) {
        int sum = 0;
        int letters = 0;
        for (int at = 0; at < vin.length(); at++) {
            char sign = Character.toUpperCase(vin.charAt(at));
            letters += Character.isLetter(sign) ? 1 : 0;
            sum += VIN_WEIGHTS[at] * (VIN_VALUES.indexOf(sign) % 10);
        }
        int check = sum % 11;
        return letters > 0
                && Character.toUpperCase(vin.charAt(8))
                        == (check == 10 ? 'X' : (char) ('0' + check));
    }
}
