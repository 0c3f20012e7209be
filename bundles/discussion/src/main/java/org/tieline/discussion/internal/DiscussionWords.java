package org.tieline.discussion.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Comment;
import org.tieline.api.link.RecordLink;
import org.tieline.web.Wording;

/** The plain words of comments, attachments and watchers. */
@Component
public final class DiscussionWords implements Wording {
    private static final Map<String, Map<String, String>> FIELDS =
            Map.of(
                    Comment.KIND,
                    Map.of("record", "About", "text", "Comment"),
                    Attachment.KIND,
                    Map.of(
                            "record", "Added to",
                            "name", "File name",
                            "type", "Type",
                            "size", "Size in bytes",
                            "sha256", "SHA-256"),
                    RecordLink.KIND,
                    Map.of("record", "Record", "relation", "Relation", "to", "Other record"),
                    "watching",
                    Map.of("record", "Record"));

    @Override
    public Map<String, String> fields(String kind) {
        return FIELDS.getOrDefault(kind, Map.of());
    }

    @Override
    public Map<String, String> actions() {
        return Map.of(
                "comment.created", "commented",
                "comment.changed", "edited a comment",
                "comment.withdrawn", "withdrew a comment",
                "attachment.created", "added a file",
                "link.created", "linked a record",
                "link.removed", "removed a link");
    }

    @Override
    public Map<String, String> operations() {
        return Map.of(
                "discussion.read", "Read comments, files and links, watch",
                "discussion.write", "Comment, add files, link records",
                "discussion.moderate", "Remove comments and files of others");
    }
}
