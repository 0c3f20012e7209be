package org.tieline.core.internal.signin;

import com.nulabinc.zxcvbn.Strength;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are acceptable, but for those used before. Everything printable and spaces are;
 * nothing is cut off.
 */
final class PasswordPolicy {
    private static final int MOST = 1_000;

    /** Looking for known words takes ever longer; what is longer than this is hard to guess. */
    private static final int MOST_TO_JUDGE = 100;

    private static final String DECORATED =
            "is too easy to guess: a common word, or words of your work, your center or your name,"
                    + " with digits or signs added is what is tried first. Use several words that"
                    + " do not belong together";

    private final SignInSettings settings;

    PasswordPolicy(SignInSettings settings) {
        this.settings = settings;
    }

    /** Returns why a password will not do, to be read after "The password"; empty if it will. */
    Optional<String> fault(String password, String login, String name) {
        return fault(password, login, name, List.of());
    }

    /**
     * @param around names that others know to belong to the person, such as those of their centers
     */
    Optional<String> fault(String password, String login, String name, Collection<String> around) {
        int length = password.codePointCount(0, password.length());
        if (length < settings.passwordLength()) {
            return Optional.of("must have at least " + settings.passwordLength() + " characters");
        }
        if (length > MOST) {
            return Optional.of("must have at most " + MOST + " characters");
        }
        if (!password.codePoints().allMatch(PasswordPolicy::isPrintable)) {
            return Optional.of("must consist of printable characters and spaces");
        }
        List<String> own = own(login, name);
        if (own.contains(folded(password))) {
            return Optional.of("must not be the login or the name");
        }
        around.forEach(one -> own.addAll(words(one)));
        return settings.passwordStrength() == 0 ? Optional.empty() : guessable(password, own);
    }

    private Optional<String> guessable(String password, List<String> own) {
        WordList words = new WordList(own);
        String judged = password.substring(0, Math.min(password.length(), MOST_TO_JUDGE));
        Strength strength = words.measure(judged, own);
        if (strength.getScore() >= settings.passwordStrength()) {
            return password.length() <= MOST_TO_JUDGE
                            && words.isDecoratedWord(folded(password).replaceAll("\\s", ""))
                    ? Optional.of(DECORATED)
                    : Optional.empty();
        }
        String reason = strength.getFeedback().getWarning(Locale.ROOT);
        String advice =
                strength.getFeedback().getSuggestions(Locale.ROOT).stream()
                        .findFirst()
                        .orElse("Add another word or two.");
        return Optional.of(
                "is too easy to guess" + sentence(": ", reason) + sentence(". ", advice));
    }

    private static String sentence(String before, String text) {
        String plain = text == null ? "" : text.strip().replaceAll("\\.$", "");
        return plain.isEmpty() ? "" : before + plain;
    }

    private static boolean isPrintable(int character) {
        int type = Character.getType(character);
        return !Character.isISOControl(character)
                && type != Character.UNASSIGNED
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static List<String> own(String login, String name) {
        List<String> own = new ArrayList<>(List.of(folded(login), folded(name), "tieline"));
        own.addAll(Arrays.asList(folded(name).split("\\s+")));
        own.addAll(Arrays.asList(folded(login).split("[._@-]+")));
        own.addAll(words(name));
        own.addAll(words(login));
        own.removeIf(String::isEmpty);
        return own;
    }

    /** The words of a name, and the name written as one. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(folded(name), Normalizer.Form.NFD);
        List<String> words =
                new ArrayList<>(Arrays.asList(plain.replaceAll("\\p{M}", "").split("[^a-z]+")));
        words.add(String.join("", words));
        words.removeIf(word -> word.length() < 3);
        return words;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
