package org.tieline.discussion.internal;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_MODERATE;
import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;
import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Unavailable;
import org.tieline.core.record.JournalFields;
import org.tieline.discussion.internal.AttachmentFiles.Received;
import org.tieline.spi.record.RecordCard;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/** The attachments in the schema {@code discussion} and the files beside it. */
@Component
public final class SqlAttachments implements Attachments {
    private static final String LIST = "attachments";

    private final Store store;
    private final RecordKinds records;
    private final AttachmentFiles files;
    private final AttachmentSettings settings;

    @Activate
    public SqlAttachments(
            @Reference DiscussionStore store,
            @Reference RecordKinds records,
            @Reference AttachmentFiles files,
            @Reference AttachmentSettings settings) {
        this(store.store(), records, files, settings);
    }

    SqlAttachments(
            Store store, RecordKinds records, AttachmentFiles files, AttachmentSettings settings) {
        this.store = store;
        this.records = records;
        this.files = files;
        this.settings = settings;
    }

    @Override
    public long limit() {
        return settings.maxBytes();
    }

    @Override
    public Page<Attachment> list(Caller caller, RecordRef record, PageRequest page) {
        records.require(caller, DISCUSSION_READ, record);
        String before =
                Cursors.after(LIST, 1, page).map(key -> key.get(0)).orElse(CommentTable.AFTER_ALL);
        List<Attachment> found =
                store.read(sql -> AttachmentTable.list(sql, record, before, page.limit() + 1));
        return Cursors.page(LIST, page, found, attachment -> List.of(attachment.id()));
    }

    @Override
    public Attachment get(Caller caller, String id) {
        return store.read(sql -> AttachmentTable.find(sql, id))
                .filter(attachment -> attachment.removed().isEmpty())
                .filter(
                        attachment ->
                                records.allowed(caller, DISCUSSION_READ, attachment.record())
                                        .isPresent())
                .orElseThrow(() -> new NotFound(Attachment.ref(id)));
    }

    @Override
    public Attachment add(Caller caller, RecordRef record, String name, InputStream content)
            throws IOException {
        RecordCard card = records.require(caller, DISCUSSION_WRITE, record);
        String plain = FileNames.clean(name);
        Received received = files.receive(content, settings.maxBytes());
        String id = Ids.next();
        try {
            String type = FileTypes.of(received.path(), plain, settings::allows);
            files.keep(received, id);
            return insert(caller, card, id, plain, type, received);
        } catch (IOException | RuntimeException e) {
            files.discard(received.path());
            throw e;
        }
    }

    private Attachment insert(
            Caller caller,
            RecordCard card,
            String id,
            String name,
            String type,
            Received received) {
        try {
            return store.write(
                    caller,
                    tx -> {
                        Attachment added =
                                new Attachment(
                                        id,
                                        card.record(),
                                        card.center(),
                                        name,
                                        type,
                                        received.size(),
                                        received.sha256(),
                                        SqlComments.author(caller),
                                        tx.now(),
                                        Optional.empty());
                        AttachmentTable.insert(tx.sql(), added);
                        tx.journal(
                                card.center(),
                                Attachment.ref(id),
                                0,
                                "created",
                                JournalFields.NONE.changesTo(facts(added)));
                        return added;
                    });
        } catch (Unavailable mayBeDone) {
            throw mayBeDone;
        } catch (RuntimeException e) {
            files.delete(received.sha256(), id);
            throw e;
        }
    }

    private static JournalFields facts(Attachment attachment) {
        return JournalFields.NONE
                .with("record", attachment.record())
                .with("name", attachment.name())
                .with("type", attachment.type())
                .with("size", attachment.size())
                .with("sha256", attachment.sha256());
    }

    @Override
    public InputStream open(Caller caller, String id) {
        return files.open(get(caller, id));
    }

    @Override
    public void remove(Caller caller, String id) {
        Attachment attachment = get(caller, id);
        records.require(caller, DISCUSSION_WRITE, attachment.record());
        boolean own = attachment.author().id().equals(caller.actor().id());
        if (!own && !records.allows(caller, DISCUSSION_MODERATE, attachment.center())) {
            throw new Forbidden(
                    DISCUSSION_WRITE,
                    "Only " + attachment.author().name() + " or a moderator can remove it.");
        }
        store.write(
                caller,
                tx -> {
                    if (AttachmentTable.remove(tx.sql(), id, tx.now())) {
                        tx.journal(
                                attachment.center(), Attachment.ref(id), 0, "removed", List.of());
                        tx.afterCommit(() -> files.delete(attachment.sha256(), id));
                    }
                    return null;
                });
    }
}
