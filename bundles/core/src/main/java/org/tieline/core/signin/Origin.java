package org.tieline.core.signin;

import java.util.Objects;
import java.util.Optional;
import org.tieline.api.access.Via;

/**
 * Where a request comes from.
 *
 * @param via page or API
 * @param address the network address
 * @param request the request's id
 * @param position what the workstation presents to show that it is a dispatch position
 */
public record Origin(Via via, String address, String request, Optional<String> position) {
    public Origin {
        Objects.requireNonNull(via, "via");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(position, "position");
    }
}
