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
 * @param device what the browser presents to show that it is a device that was signed in on before
 */
public record Origin(
        Via via,
        String address,
        String request,
        Optional<String> position,
        Optional<String> device) {
    public Origin {
        Objects.requireNonNull(via, "via");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(device, "device");
    }

    /** From a device that is not known. */
    public Origin(Via via, String address, String request, Optional<String> position) {
        this(via, address, request, position, Optional.empty());
    }
}
