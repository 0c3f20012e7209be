package org.tieline.itest.fuzz;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tieline.itest.Administrator;
import org.tieline.itest.Installation;

/**
 * A run of the {@link Fuzzer} against an installation of its own.
 *
 * @param errors the ERROR lines that the server logged, and what follows them
 */
public record FuzzRun(FuzzReport report, Duration duration, List<String> errors) {

    /**
     * @param environment what to add to the installation's environment
     */
    public static FuzzRun of(Map<String, String> environment, long seed, int requests) {
        Map<String, String> patient = new HashMap<>(environment);
        patient.put("TIELINE_SIGNIN_ADDRESS_FAILURES", "100000");
        try (Installation installation = Installation.withAdministrator(patient).start()) {
            String token = Administrator.of(installation).token();
            long start = System.nanoTime();
            try {
                FuzzReport report = new Fuzzer(installation.base(), token, seed).run(requests);
                return new FuzzRun(
                        report, Duration.ofNanos(System.nanoTime() - start), installation.errors());
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "The server logged: " + String.join("\n", installation.errors()), e);
            }
        }
    }

    /**
     * @param given empty or null for one that nobody knows
     */
    public static long seed(String given) {
        return given == null || given.isBlank()
                ? new Random().nextInt(1_000_000)
                : Long.parseLong(given);
    }

    @Override
    public String toString() {
        return report.count()
                + " answers in "
                + duration.toSeconds()
                + " s, one thing spoiled in "
                + report.spoiled(1)
                + "\n"
                + report.table()
                + report.kinds();
    }
}
