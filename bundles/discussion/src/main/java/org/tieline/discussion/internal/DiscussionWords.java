package org.tieline.discussion.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.tieline.web.Wording;

/** The plain words of comments, attachments and watchers. */
@Component
public final class DiscussionWords implements Wording {
    @Override
    public Map<String, String> actions() {
        return Map.of(
                "comment.created", "commented",
                "comment.changed", "edited a comment",
                "comment.withdrawn", "withdrew a comment",
                "attachment.created", "added a file");
    }

    @Override
    public Map<String, String> operations() {
        return Map.of(
                "discussion.read", "Read comments and files, watch",
                "discussion.write", "Comment and add files",
                "discussion.moderate", "Remove comments and files of others");
    }
}
