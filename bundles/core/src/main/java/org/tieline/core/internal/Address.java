package org.tieline.core.internal;

import java.util.Map;

/** Where people reach this installation, for the links that are printed. */
public final class Address {
    private Address() {}

    public static String of(Map<String, String> environment) {
        String published = value(environment, "TIELINE_PUBLIC_URL", "");
        if (!published.isEmpty()) {
            return published.replaceAll("/+$", "");
        }
        boolean tls = value(environment, "TIELINE_HTTPS_ENABLED", "false").equals("true");
        String host = value(environment, "TIELINE_HTTP_HOST", "127.0.0.1");
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        return (tls ? "https://" : "http://")
                + (any ? "127.0.0.1" : host)
                + ":"
                + (tls
                        ? value(environment, "TIELINE_HTTPS_PORT", "8443")
                        : value(environment, "TIELINE_HTTP_PORT", "8080"));
    }

    private static String value(Map<String, String> environment, String name, String otherwise) {
        String given = environment.getOrDefault(name, "").strip();
        return given.isEmpty() ? otherwise : given;
    }
}
