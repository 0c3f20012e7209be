package org.tieline.rest.record;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/**
 * A record of a {@link RecordMembers} as the API writes it; in the API's description it has the
 * schema that {@link RecordNames#view} names.
 */
public record RecordView(Map<String, Object> fields) {
    @JsonValue
    @Override
    public Map<String, Object> fields() {
        return fields;
    }
}
