package org.tieline.discussion.internal;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Comment;
import org.tieline.spi.record.RecordParts;
import org.tieline.store.Store;

/** Comments and files in the history of the record that they were added to. */
@Component
public final class DiscussionHistory implements RecordParts {
    private final Store store;
    private final RecordKinds records;

    @Activate
    public DiscussionHistory(@Reference DiscussionStore store, @Reference RecordKinds records) {
        this(store.store(), records);
    }

    DiscussionHistory(Store store, RecordKinds records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public List<Part> of(Caller caller, RecordRef record, int limit) {
        return records.allowed(caller, DISCUSSION_READ, record)
                .map(card -> store.read(sql -> added(sql, record, limit)))
                .orElse(List.of());
    }

    private static List<Part> added(DSLContext sql, RecordRef record, int limit) {
        String newest = CommentTable.AFTER_ALL;
        return Stream.concat(
                        CommentTable.list(sql, record, newest, limit).stream()
                                .map(said -> new Part(Comment.ref(said.id()), said.text())),
                        AttachmentTable.list(sql, record, newest, limit).stream()
                                .map(file -> new Part(Attachment.ref(file.id()), file.name())))
                .toList();
    }
}
