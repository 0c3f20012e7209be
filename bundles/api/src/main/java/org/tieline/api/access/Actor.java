package org.tieline.api.access;

import java.util.Objects;
import java.util.Optional;

/**
 * Who did something and through what: the part of a {@link Caller} that the journal keeps.
 *
 * @param id id of the person or service account, or a word such as {@code system} or {@code shell};
 *     {@code anonymous} before sign-in
 * @param name the name to show, as it was at that time
 * @param via the way in
 * @param address network address that the request came from; empty inside the machine
 * @param request id of the request, the same that its log line and error message carry; empty
 *     outside requests
 */
public record Actor(
        String id, String name, Via via, Optional<String> address, Optional<String> request) {
    public Actor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(via, "via");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(request, "request");
    }
}
