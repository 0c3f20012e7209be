package org.tieline.rest.testing;

import java.util.Map;
import java.util.Optional;

/** Sends requests to the API. */
@FunctionalInterface
public interface Client {
    /**
     * What came back.
     *
     * @param version the ETag
     */
    record Answer(int status, String text, Optional<String> version) {}

    /**
     * @param token whose request it is; nobody's, if missing
     * @param path what follows {@code /api/v1}
     * @param headers more headers; a body is JSON if they do not say otherwise
     */
    Answer send(
            Optional<String> token,
            String method,
            String path,
            Optional<String> body,
            Map<String, String> headers);
}
