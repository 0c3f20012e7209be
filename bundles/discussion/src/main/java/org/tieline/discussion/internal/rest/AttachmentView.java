package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.tieline.api.discussion.Attachment;

/** A file as the API shows it. */
@Schema(name = "Attachment")
public record AttachmentView(
        String id,
        @Schema(description = "Kind of the record that it was added to") String kind,
        @Schema(description = "Id of the record that it was added to") String record,
        String center,
        String name,
        @Schema(description = "What its content is") String type,
        @Schema(description = "In bytes") long size,
        String sha256,
        AuthorView author,
        Instant added) {
    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id(),
                attachment.record().kind(),
                attachment.record().id(),
                attachment.center(),
                attachment.name(),
                attachment.type(),
                attachment.size(),
                attachment.sha256(),
                AuthorView.of(attachment.author()),
                attachment.added());
    }
}
