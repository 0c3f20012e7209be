package org.tieline.discussion.internal;

import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.store.FileReference;
import org.tieline.store.FileReferences;

/** The files of all attachments that were not removed. */
@Component(immediate = true)
public final class AttachmentReferences implements FileReferences {
    /**
     * @param store only with its tables can they be read
     */
    @Activate
    public AttachmentReferences(@Reference DiscussionStore store) {}

    @Override
    public String folder() {
        return AttachmentFiles.FOLDER;
    }

    @Override
    public void each(DSLContext sql, Consumer<FileReference> sink) {
        AttachmentTable.each(
                sql,
                attachment ->
                        sink.accept(
                                new FileReference(
                                        AttachmentFiles.relative(
                                                attachment.sha256(), attachment.id()),
                                        attachment.size(),
                                        attachment.sha256(),
                                        attachment.name())));
    }
}
