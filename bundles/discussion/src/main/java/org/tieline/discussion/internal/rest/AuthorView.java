package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.tieline.api.record.Who;

/** Who added something. */
@Schema(name = "Author")
public record AuthorView(String id, @Schema(description = "The name as it was then") String name) {
    static AuthorView of(Who author) {
        return new AuthorView(author.id(), author.name());
    }
}
