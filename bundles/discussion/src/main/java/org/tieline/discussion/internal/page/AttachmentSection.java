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
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Attachments;
import org.tieline.discussion.internal.RecordKinds;
import org.tieline.spi.record.RecordCard;
import org.tieline.web.Lists;
import org.tieline.web.RecordSection;
import org.tieline.web.View;

/** The files that people added to a record. */
@Component
public final class AttachmentSection implements RecordSection {
    private final Attachments attachments;
    private final RecordKinds records;

    @Activate
    public AttachmentSection(@Reference Attachments attachments, @Reference RecordKinds records) {
        this.attachments = attachments;
        this.records = records;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Optional<View> show(Caller caller, RecordRef record) {
        return records.allowed(caller, DISCUSSION_READ, record).map(card -> view(caller, card));
    }

    private View view(Caller caller, RecordCard card) {
        Page<Attachment> page = attachments.list(caller, card.record(), PageRequest.FIRST);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("card", card);
        parameters.put("page", page);
        parameters.put("next", new Lists(DiscussionParts.path(card.record(), "files")).next(page));
        parameters.put("limit", attachments.limit());
        return DiscussionParts.view("Files", "files", parameters);
    }
}
