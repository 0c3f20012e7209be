package org.tieline.sharing.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a folded text.
 *
 * @param start its first character
 * @param end behind its last character, without an apostrophe and s at its end
 * @param key in capital letters
 * @param style how it is written
 * @param isFirst is it a known first name?
 * @param isLast is it a known last name?
 * @param isOrdinary may it stand in a text without meaning a person?
 */
record Word(
        int start,
        int end,
        String key,
        Style style,
        boolean isFirst,
        boolean isLast,
        boolean isOrdinary) {
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<![\\p{L}\\d])\\p{L}{1,40}+(?:['-]\\p{L}{1,30}+){0,3}+(?![\\p{L}\\d])");

    /** How a word is written. */
    enum Style {
        CAPITALS,
        CAPITALIZED,
        SMALL
    }

    static List<Word> of(FoldedText text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.text());
        while (matcher.find()) {
            String word = matcher.group();
            boolean owns = word.length() > 2 && (word.endsWith("'s") || word.endsWith("'S"));
            String plain = owns ? word.substring(0, word.length() - 2) : word;
            String key = plain.toUpperCase(Locale.ROOT);
            words.add(
                    new Word(
                            matcher.start(),
                            matcher.start() + plain.length(),
                            key,
                            style(plain),
                            NameList.isFirst(key),
                            NameList.isLast(key),
                            NameList.isOrdinary(key)));
        }
        return words;
    }

    private static Style style(String word) {
        if (Character.isLowerCase(word.charAt(0))) {
            return Style.SMALL;
        }
        return word.chars().noneMatch(Character::isLowerCase) ? Style.CAPITALS : Style.CAPITALIZED;
    }

    boolean isInitial() {
        return key.length() == 1 && style != Style.SMALL;
    }

    /** Certainly a name of a person. */
    boolean isName() {
        return (isFirst || isLast) && !isOrdinary;
    }

    /** Neither a known name nor an ordinary word, but written and long as a name. */
    boolean isUnknown() {
        return key.length() > 1
                && style != Style.SMALL
                && !isOrdinary
                && key.chars().anyMatch(sign -> "AEIOUY".indexOf(sign) >= 0);
    }
}
