package org.tieline.itest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as it was sent and what came back. */
final class Exchange {
    /**
     * An answer.
     *
     * @param headers names in lower case
     * @param millis until its last byte
     */
    record Answer(int status, Map<String, List<String>> headers, byte[] body, long millis) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    private Exchange() {}
}
