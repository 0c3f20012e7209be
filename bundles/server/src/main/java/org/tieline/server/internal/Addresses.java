package org.tieline.server.internal;

import org.eclipse.jetty.server.Request;

/** Where requests come from. */
record Addresses(boolean trustProxy) {
    static final String FORWARDED = "X-Forwarded-For";

    /** The last address of X-Forwarded-For is the one that the trusted proxy itself saw. */
    String of(Request request) {
        String forwarded = trustProxy ? request.getHeaders().get(FORWARDED) : null;
        if (forwarded != null) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            if (last.matches("[0-9A-Fa-f.:]{2,45}")) {
                return last;
            }
        }
        return Request.getRemoteAddr(request);
    }
}
