package org.tieline.sharing.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tieline.spi.sharing.Detector.Span;

/**
 * Finds what has a form. Each repetition in a pattern has a limit, so that the time grows no faster
 * than the text.
 *
 * @param holds what else must be true of a match
 */
record PatternRule(String kind, Pattern pattern, BiPredicate<FoldedText, Matcher> holds)
        implements Rule {
    /** A form in capital or small letters. */
    static PatternRule of(String kind, String pattern) {
        return of(kind, pattern, (text, match) -> true);
    }

    static PatternRule of(String kind, String pattern, BiPredicate<FoldedText, Matcher> holds) {
        return new PatternRule(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), holds);
    }

    @Override
    public List<Span> find(FoldedText text) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.text());
        int from = 0;
        while (from <= text.text().length() && matcher.find(from)) {
            boolean hit = matcher.end() > matcher.start() && holds.test(text, matcher);
            if (hit) {
                found.add(new Span(matcher.start(), matcher.end()));
            }
            from = hit ? matcher.end() : matcher.start() + 1;
        }
        return found;
    }
}
