package org.tieline.itest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The dispatch positions of a center, read page by page. */
final class Positions {
    private Positions() {}

    static List<String> names(Api api, String center) {
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/positions?limit=200&center=" + center + cursor).expect(200).json();
            page.path("items").forEach(item -> names.add(item.path("name").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return names;
    }
}
