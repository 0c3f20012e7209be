package org.tieline.core.internal.signin;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final SignInSettings settings;

    PasswordPolicy(SignInSettings settings) {
        this.settings = settings;
    }

    /** Returns why a password will not do, to be read after "The password"; empty if it will. */
    Optional<String> fault(String password, String login, String name) {
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
        return guessable(password, own);
    }

    private Optional<String> guessable(String password, List<String> own) {
        Strength strength =
                new Zxcvbn()
                        .measure(
                                password.substring(0, Math.min(password.length(), MOST_TO_JUDGE)),
                                own);
        if (strength.getScore() >= settings.passwordStrength()) {
            return Optional.empty();
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
        own.removeIf(String::isEmpty);
        return own;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
