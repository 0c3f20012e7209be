package org.tieline.discussion.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.tieline.api.discussion.Comment;

/** A comment as the API shows it. */
@Schema(name = "Comment")
public record CommentView(
        String id,
        @Schema(description = "Kind of the record that it is about, such as change") String kind,
        @Schema(description = "Id of the record that it is about") String record,
        String center,
        @Schema(description = "Plain text; empty when it was withdrawn") String text,
        AuthorView author,
        Instant written,
        Optional<Instant> edited,
        Optional<Instant> withdrawn,
        long version) {
    static CommentView of(Comment comment) {
        return new CommentView(
                comment.id(),
                comment.record().kind(),
                comment.record().id(),
                comment.center(),
                comment.text(),
                AuthorView.of(comment.author()),
                comment.written(),
                comment.edited(),
                comment.withdrawn(),
                comment.version());
    }
}
