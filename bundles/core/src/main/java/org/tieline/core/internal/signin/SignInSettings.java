package org.tieline.core.internal.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The rules of signing in.
 *
 * @param lockFailures failures in a row, within {@code lockWindow}, that lock a sign-in
 * @param addressFailures failures from one address, within {@code addressWindow}, until it waits
 * @param idle how long a session lives unused
 * @param longest how long a session lives at most
 * @param passwordLength fewest characters
 * @param passwordStrength least score of zxcvbn, 0 to 4
 * @param passwordHistory how many former passwords cannot come again
 * @param passwordDays days after which a password must be changed; 0 for never
 * @param cost what hashing a password costs
 */
public record SignInSettings(
        int lockFailures,
        Duration lockWindow,
        int addressFailures,
        Duration addressWindow,
        Duration idle,
        Duration longest,
        int passwordLength,
        int passwordStrength,
        int passwordHistory,
        int passwordDays,
        HashCost cost) {

    /** CJIS Security Policy 5.9.4, and OWASP's parameters for Argon2id. */
    public static final SignInSettings DEFAULT =
            new SignInSettings(
                    5,
                    Duration.ofMinutes(15),
                    30,
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(12),
                    8,
                    2,
                    10,
                    90,
                    new HashCost(19_456, 2, 1));

    private static final String PID = "org.tieline.signin";

    /**
     * Reads the configuration; what the environment says wins: {@code TIELINE_SIGNIN_LOCK_FAILURES}
     * for {@code lock.failures}.
     *
     * @throws IllegalArgumentException if a value is out of its range; names every such key
     */
    static SignInSettings of(SignInConfiguration configuration, Map<String, String> environment) {
        Source source = new Source(environment, new ArrayList<>());
        SignInSettings settings =
                new SignInSettings(
                        source.number("lock.failures", configuration::lock_failures, 1, 100),
                        Duration.ofMinutes(
                                source.number(
                                        "lock.minutes", configuration::lock_minutes, 1, 1_440)),
                        source.number(
                                "address.failures", configuration::address_failures, 1, 100_000),
                        Duration.ofMinutes(
                                source.number(
                                        "address.minutes",
                                        configuration::address_minutes,
                                        1,
                                        1_440)),
                        Duration.ofMinutes(
                                source.number(
                                        "session.idle.minutes",
                                        configuration::session_idle_minutes,
                                        1,
                                        1_440)),
                        Duration.ofHours(
                                source.number(
                                        "session.hours", configuration::session_hours, 1, 168)),
                        source.number("password.length", configuration::password_length, 8, 64),
                        source.number("password.strength", configuration::password_strength, 0, 4),
                        source.number("password.history", configuration::password_history, 0, 100),
                        source.number("password.days", configuration::password_days, 0, 3_650),
                        new HashCost(
                                source.number(
                                        "argon2.memory",
                                        configuration::argon2_memory,
                                        8_192,
                                        1_048_576),
                                source.number(
                                        "argon2.passes", configuration::argon2_passes, 1, 100),
                                source.number("argon2.lanes", configuration::argon2_lanes, 1, 16)));
        if (!source.faults().isEmpty()) {
            throw new IllegalArgumentException(
                    PID + ": " + String.join("; ", source.faults()) + ".");
        }
        return settings;
    }

    private record Source(Map<String, String> environment, List<String> faults) {
        int number(String key, IntSupplier configured, int least, int most) {
            String variable = "TIELINE_SIGNIN_" + key.replace('.', '_').toUpperCase(Locale.ROOT);
            String given = environment.getOrDefault(variable, "").strip();
            try {
                int value = given.isEmpty() ? configured.getAsInt() : Integer.parseInt(given);
                if (value >= least && value <= most) {
                    return value;
                }
                given = String.valueOf(value);
            } catch (RuntimeException e) {
                // what is no number is a fault as well
                given = given.isEmpty() ? e.getMessage() : given;
            }
            faults.add(
                    key
                            + " (or "
                            + variable
                            + ") must be a whole number from "
                            + least
                            + " to "
                            + most
                            + ", but is \""
                            + given
                            + "\"");
            return least;
        }
    }
}
