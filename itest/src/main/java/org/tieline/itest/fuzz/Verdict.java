package org.tieline.itest.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What no answer may be, whatever was asked. */
final class Verdict {
    static final long MOST_MILLIS = 10_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> DELIBERATE = Set.of(503, 507);

    private static final Pattern INSIDE =
            Pattern.compile(
                    "\\n\\s*at [\\w.$/]+\\(|Caused by: |java\\.\\w+\\.\\w*(Exception|Error)"
                            + "|org\\.(jooq|apache|postgresql|eclipse)\\.\\w+\\.|SQLState|Powered by"
                            + "|(?i)jetty(?-i)|(insert into|delete from|update) [a-z]+\\.[a-z_]+ "
                            + "|select [a-z_.\", ()]+ from [a-z]+\\.[a-z_]+");

    private Verdict() {}

    /** Returns what is wrong with an answer. */
    static Optional<String> of(Message message, Exchange.Answer answer) {
        int status = answer.status();
        if (status >= 500 && !DELIBERATE.contains(status)) {
            return Optional.of("class 5xx");
        }
        if (answer.millis() > MOST_MILLIS) {
            return Optional.of("took " + answer.millis() + " ms");
        }
        String type = answer.header("content-type").orElse("");
        boolean text = type.contains("json") || type.startsWith("text/") || type.isEmpty();
        if (text && INSIDE.matcher(answer.text()).find() && !installed(message)) {
            return Optional.of("shows the inside");
        }
        if (status >= 400 && !message.method.equals("HEAD")) {
            boolean api = message.path.startsWith("/api/v1");
            if (api ? !problem(answer, type) : !ours(answer, type, message)) {
                return Optional.of("refused in words that are not ours");
            }
        }
        return Optional.empty();
    }

    /** The page that lists what is installed names third parties. */
    private static boolean installed(Message message) {
        return message.path.startsWith("/system");
    }

    private static boolean problem(Exchange.Answer answer, String type) {
        if (!type.startsWith("application/problem+json")) {
            return false;
        }
        try {
            return JSON.readTree(answer.body()).path("status").asInt() == answer.status();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ours(Exchange.Answer answer, String type, Message message) {
        return answer.header("x-request-id").isPresent()
                && (type.startsWith("text/html")
                        || type.startsWith("text/plain")
                        || problem(answer, type));
    }
}
