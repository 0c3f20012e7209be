package org.tieline.sharing.redaction;

import java.util.List;

/** Numbers under which an office, a bank or a hospital knows a person. */
final class IdentityNumbers {
    private static final String BEHIND =
            "(?: ?(?:number|numbers|num|nbr|no\\b\\.?|id|#)){0,2}[ :=#|;-]{0,3}(?:(?:is|was|of)[: ]{1,2})?";
    private static final String VALUE =
            "(?=[A-Z0-9 -]{0,12}\\d)[A-Z0-9]{1,20}(?:[ -](?=[A-Z]{0,3}\\d)[A-Z0-9]{1,12}){0,6}\\b";
    private static final String SOCIAL = "social security number";

    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            SOCIAL, "(?<![\\w.-])\\d{3}([-. ])\\d{2}\\1\\d{4}(?![\\w-]|[.]\\d)"),
                    PatternRule.of(
                            SOCIAL,
                            "(?<![A-Z])(?:ssn?|ss#|soc(?:ial)?(?: ?sec(?:urity)?)?\\.?)"
                                    + BEHIND
                                    + "(?:(?:last (?:4|four)|ending(?: in)?)[ :]{1,2})?(?:[\\dX][- .]{0,3}){3,8}\\d\\b",
                            (text, match) -> digits(match.group()) >= 4),
                    labeled(
                            "driver's license number",
                            "driver'?s? ?'?(?:licen[sc]e|lic)|driving licen[sc]e|operator'?s? lic(?:en[sc]e)?|d/?l|cdl|oln?",
                            5),
                    labeled(
                            "medical record number",
                            "mrn|medical record|med rec|patient id|chart",
                            4),
                    labeled(
                            "account number",
                            "acc(?:oun)?t|policy|claim|medicare|medicaid|insurance id|member|passport|inmate|booking|warrant"
                                    + "|citation|fbi|sid|alien|routing|iban|imei|imsi|iccid|customer",
                            4),
                    PatternRule.of(
                            "card number",
                            "(?<![\\w.-])[3-6]\\d{3}(?:[ -]?\\d){9,15}(?![\\w-])",
                            (text, match) -> luhn(match.group())),
                    PatternRule.of(
                            "card number",
                            "\\b(?:cc|(?:credit|debit|bank) ?card|card|visa|mastercard|amex)"
                                    + BEHIND
                                    + "(?:ending(?: in)?[ :]{1,2})?\\d(?:[ -]?\\d){11,18}\\b"),
                    PatternRule.of(
                            "card number",
                            "\\bcard(?:[ :]{1,2}(?:number|no\\.?))?[ :]{1,2}(?:ending|last (?:four|4))(?: in)?[ :]{1,2}\\d{4}\\b"));

    private IdentityNumbers() {}

    private static PatternRule labeled(String kind, String labels, int digits) {
        return PatternRule.of(
                kind,
                "(?<![A-Z0-9/])(?:" + labels + ")(?![A-Z])" + BEHIND + VALUE,
                (text, match) -> digits(match.group()) >= digits);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }

    static boolean luhn(String number) {
        int sum = 0;
        boolean twice = false;
        for (int at = number.length() - 1; at >= 0; at--) {
            int digit = Character.digit(number.charAt(at), 10);
            if (digit >= 0) {
                int value = twice ? digit * 2 : digit;
                sum += value > 9 ? value - 9 : value;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }
}
