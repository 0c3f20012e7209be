package org.tieline.rest.testing;

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
     * @param version what goes into If-Match
     */
    Answer send(
            Optional<String> token,
            String method,
            String path,
            Optional<String> body,
            Optional<String> version);
}
