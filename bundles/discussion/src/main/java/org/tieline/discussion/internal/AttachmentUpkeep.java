package org.tieline.discussion.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.discussion.Attachment;
import org.tieline.discussion.internal.AttachmentFiles.Kept;
import org.tieline.store.Store;

/** Removes, once a day, the files that a crash left behind without a record of them. */
@Component(
        immediate = true,
        service = {})
public final class AttachmentUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentUpkeep.class);
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int SOME = 200;

    private final Store store;
    private final AttachmentFiles files;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "tieline-attachments");
                        thread.setDaemon(true);
                        return thread;
                    });

    @Activate
    public AttachmentUpkeep(@Reference DiscussionStore store, @Reference AttachmentFiles files) {
        this.store = store.store();
        this.files = files;
        timer.scheduleWithFixedDelay(this::run, 30, 24 * 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            tidy(store, files, Clock.systemUTC().instant().minus(YOUNG));
        } catch (IOException | RuntimeException e) {
            LOG.warn("Files without a record could not be removed; tried again in a day", e);
        }
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
