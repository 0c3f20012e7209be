package org.tieline.discussion.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.discussion.Attachment;
import org.tieline.discussion.internal.AttachmentFiles.Kept;
import org.tieline.store.Rounds;
import org.tieline.store.Store;

/** Removes, once a day, the files that a crash left behind without a record of them. */
@Component(
        immediate = true,
        service = {})
public final class AttachmentUpkeep {
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int SOME = 200;

    private final Store store;
    private final AttachmentFiles files;
    private final Rounds rounds = new Rounds("removing files without a record");

    @Activate
    public AttachmentUpkeep(@Reference DiscussionStore store, @Reference AttachmentFiles files) {
        this.store = store.store();
        this.files = files;
        rounds.begin(Duration.ofMinutes(30), Duration.ofDays(1), this::run);
    }

    @Deactivate
    void stop() {
        rounds.stop();
    }

    private void run() throws IOException {
        tidy(store, files, Clock.systemUTC().instant().minus(YOUNG));
    }

    /**
     * Removes what has lain there since before a time and belongs to no attachment, or to one that
     * was removed. A database that knows no attachment at all is likely not the one that these
     * files belong to: then they stay.
     */
    static void tidy(Store store, AttachmentFiles files, Instant before) throws IOException {
        files.tidy(before);
        if (store.read(AttachmentTable::any)) {
            files.older(before, SOME, some -> orphans(store, some).forEach(files::remove));
        }
    }

    private static List<Kept> orphans(Store store, List<Kept> some) {
        List<String> ids = some.stream().map(Kept::id).toList();
        Map<String, Attachment> known = store.read(sql -> AttachmentTable.all(sql, ids));
        return some.stream()
                .filter(
                        file ->
                                !known.containsKey(file.id())
                                        || known.get(file.id()).removed().isPresent())
                .toList();
    }
}
