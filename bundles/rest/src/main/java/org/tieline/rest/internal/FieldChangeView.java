package org.tieline.rest.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.tieline.api.FieldChange;

/** One field of a record, before and after. */
@Schema(name = "FieldChange")
public record FieldChangeView(String field, Optional<String> before, Optional<String> after) {
    static FieldChangeView of(FieldChange change) {
        return new FieldChangeView(change.field(), change.before(), change.after());
    }
}
