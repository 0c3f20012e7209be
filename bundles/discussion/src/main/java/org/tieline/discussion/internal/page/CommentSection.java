package org.tieline.discussion.internal.page;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Comment;
import org.tieline.api.discussion.Comments;
import org.tieline.api.discussion.Watchers;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.spi.record.RecordCard;
import org.tieline.web.Lists;
import org.tieline.web.RecordSection;
import org.tieline.web.View;

/** What people say about a record, and whether one is told what happens to it. */
@Component
public final class CommentSection implements RecordSection {
    private static final PageRequest LATEST = new PageRequest(10, Optional.empty());

    private final Comments comments;
    private final Watchers watchers;
    private final RecordKinds records;

    @Activate
    public CommentSection(
            @Reference Comments comments,
            @Reference Watchers watchers,
            @Reference RecordKinds records) {
        this.comments = comments;
        this.watchers = watchers;
        this.records = records;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<View> show(Caller caller, RecordRef record) {
        return records.allowed(caller, DISCUSSION_READ, record).map(card -> view(caller, card));
    }

    private View view(Caller caller, RecordCard card) {
        Page<Comment> page = comments.list(caller, card.record(), LATEST);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("card", card);
        parameters.put("page", page);
        parameters.put(
                "next", new Lists(DiscussionParts.path(card.record(), "comments")).next(page));
        parameters.put("watching", watchers.get(caller, card.record()));
        return DiscussionParts.view("Comments", "comments", parameters);
    }
}
