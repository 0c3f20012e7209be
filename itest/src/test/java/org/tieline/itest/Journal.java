package org.tieline.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The journal as the API shows it. */
final class Journal {
    private static final Set<String> RECORDS =
            Set.of("center", "person", "service-account", "token", "position");

    private Journal() {}

    static Api.Answer verify(Api api) {
        return api.send("POST", "/journal/verification", Optional.empty(), Map.of()).expect(200);
    }

    /**
     * The newest lines by which records came to be or changed: when all of them were there before
     * something, nothing was written since. Lines about refusals and about signing in do not count,
     * but push older ones out.
     */
    static Set<String> writes(Api api) {
        Set<String> writes = new TreeSet<>();
        for (String kind : RECORDS) {
            for (JsonNode line :
                    api.get("/journal?limit=200&kind=" + kind).expect(200).json().path("items")) {
                if (line.path("version").asLong() > 0) {
                    writes.add(line.path("record") + " " + line.path("hash").asText());
                }
            }
        }
        return writes;
    }
}
