package org.tieline.discussion.internal;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_MODERATE;
import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;
import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_WRITE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.tieline.api.error.Conflict;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.api.record.Who;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.Texts;
import org.tieline.core.record.Validation;
import org.tieline.spi.record.RecordCard;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The comments in the schema {@code discussion}. */
@Component
public final class SqlComments implements Comments {
    private static final String LIST = "comments";

    private final Store store;
    private final RecordKinds records;

    @Activate
    public SqlComments(@Reference DiscussionStore store, @Reference RecordKinds records) {
        this(store.store(), records);
    }

    SqlComments(Store store, RecordKinds records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public Page<Comment> list(Caller caller, RecordRef record, PageRequest page) {
        records.require(caller, DISCUSSION_READ, record);
        String before =
                Cursors.after(LIST, 1, page).map(key -> key.get(0)).orElse(CommentTable.AFTER_ALL);
        List<Comment> found =
                store.read(sql -> CommentTable.list(sql, record, before, page.limit() + 1));
        return Cursors.page(LIST, page, found, comment -> List.of(comment.id()));
    }

    @Override
    public Comment get(Caller caller, String id) {
        Comment comment =
                store.read(sql -> CommentTable.find(sql, id)).orElseThrow(() -> missing(id));
        if (records.allowed(caller, DISCUSSION_READ, comment.record()).isEmpty()) {
            throw missing(id);
        }
        return comment;
    }

    private static NotFound missing(String id) {
        return new NotFound(Comment.ref(id));
    }

    @Override
    public Comment write(Caller caller, RecordRef record, String text) {
        RecordCard card = records.require(caller, DISCUSSION_WRITE, record);
        String said = checked(text);
        String id = Ids.next();
        return store.write(
                caller,
                tx -> {
                    Comment comment =
                            new Comment(
                                    id,
                                    record,
                                    card.center(),
                                    said,
                                    author(caller),
                                    tx.now(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    1);
                    CommentTable.insert(tx.sql(), comment);
                    tx.journal(
                            card.center(),
                            Comment.ref(id),
                            1,
                            "created",
                            JournalFields.NONE.changesTo(
                                    JournalFields.NONE.with("record", record).with("text", said)));
                    return comment;
                });
    }

    static Who author(Caller caller) {
        return Who.of(caller.actor());
    }

    private static String checked(String text) {
        String said = text.replace("\r\n", "\n").strip();
        List<FieldError> errors = new ArrayList<>(Texts.lines("text", said, Comment.MAX_TEXT));
        if (said.isEmpty()) {
            errors.add(new FieldError("text", "must not be empty"));
        }
        Validation.refuse(errors, List.of());
        return said;
    }

    @Override
    public Comment edit(Caller caller, String id, long version, String text) {
        Comment seen = get(caller, id);
        records.require(caller, DISCUSSION_WRITE, seen.record());
        requireOwn(caller, seen);
        String said = checked(text);
        return store.write(
                caller,
                tx -> {
                    Comment before = lock(tx, id);
                    if (before.withdrawn().isPresent()) {
                        throw new Conflict("The comment was withdrawn. Write another.");
                    }
                    if (before.version() != version) {
                        throw tx.stale(Comment.ref(id), version, before.version());
                    }
                    Comment after =
                            changed(before, said, Optional.of(tx.now()), before.withdrawn());
                    CommentTable.update(tx.sql(), after);
                    tx.journal(
                            after.center(),
                            Comment.ref(id),
                            after.version(),
                            "changed",
                            JournalFields.NONE
                                    .with("text", before.text())
                                    .changesTo(JournalFields.NONE.with("text", said)));
                    return after;
                });
    }

    private static void requireOwn(Caller caller, Comment comment) {
        if (!comment.author().id().equals(caller.actor().id())) {
            throw new Forbidden(
                    DISCUSSION_WRITE, "Only " + comment.author().name() + " can change it.");
        }
    }

    @Override
    public Comment withdraw(Caller caller, String id) {
        Comment seen = get(caller, id);
        records.require(caller, DISCUSSION_WRITE, seen.record());
        if (!records.allows(caller, DISCUSSION_MODERATE, seen.center())) {
            requireOwn(caller, seen);
        }
        return store.write(
                caller,
                tx -> {
                    Comment before = lock(tx, id);
                    if (before.withdrawn().isPresent()) {
                        return before;
                    }
                    Comment after = changed(before, "", before.edited(), Optional.of(tx.now()));
                    CommentTable.update(tx.sql(), after);
                    tx.journal(
                            after.center(),
                            Comment.ref(id),
                            after.version(),
                            "withdrawn",
                            List.of());
                    return after;
                });
    }

    private static Comment lock(Transaction tx, String id) {
        return CommentTable.lock(tx.sql(), id).orElseThrow(() -> missing(id));
    }

    private static Comment changed(
            Comment before, String text, Optional<Instant> edited, Optional<Instant> withdrawn) {
        return new Comment(
                before.id(),
                before.record(),
                before.center(),
                text,
                before.author(),
                before.written(),
                edited,
                withdrawn,
                before.version() + 1);
    }
}
