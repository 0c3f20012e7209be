package org.tieline.notices.testing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tieline.rest.testing.Sample;

/** Notices for the walk of every role through every operation; machines have none. */
public final class NoticeSample implements Sample {
    @Override
    public String table() {
        return "/role-table-notices.csv";
    }

    @Override
    public String make(String center, Maker maker) {
        return UUID.randomUUID().toString();
    }

    @Override
    public Request request(String operation, String center, String id) {
        String path =
                operation
                        .substring(operation.indexOf(' ') + 1)
                        .replace("{id}", id)
                        .replace("{topic}", "watching");
        return new Request(
                path,
                operation.startsWith("PUT")
                        ? Optional.of("{\"shown\":true,\"mailed\":false}")
                        : Optional.empty(),
                Map.of());
    }
}
