package org.tieline.discussion.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Rounds;
import org.tieline.store.Store;

/**
 * Whether files can be added, and whether those that attachments refer to are there: a portion is
 * looked for each minute, by size, so that all are within hours and none of it is felt.
 */
@Component(
        immediate = true,
        property = {"hc.name=files", "hc.tags=ready", "hc.resultCacheTtlInMs:Long=1000"})
public final class AttachmentHealth implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentHealth.class);
    private static final int PORTION = 2_000;

    /** More need not be counted to know that the folder is not the right one. */
    private static final int MOST = 1_000;

    private final Store store;
    private final AttachmentFiles files;
    private final ConcurrentSkipListSet<String> missing = new ConcurrentSkipListSet<>();
    private final Rounds rounds = new Rounds("looking for missing files");
    private String seen = "";

    @Activate
    public AttachmentHealth(@Reference DiscussionStore store, @Reference AttachmentFiles files) {
        this(store.store(), files);
        rounds.begin(Duration.ofSeconds(10), Duration.ofMinutes(1), this::look);
    }

    AttachmentHealth(Store store, AttachmentFiles files) {
        this.store = store;
        this.files = files;
    }

    @Deactivate
    void stop() {
        rounds.stop();
    }

    /** Looks for the next portion, and again for what was missing. */
    void look() {
        List<Attachment> some = store.read(sql -> AttachmentTable.after(sql, seen, PORTION));
        some.stream().filter(one -> !files.isThere(one)).forEach(this::miss);
        missing.removeIf(this::isBack);
        seen = some.size() < PORTION ? "" : some.get(some.size() - 1).id();
    }

    private void miss(Attachment attachment) {
        if (missing.size() < MOST && missing.add(attachment.id())) {
            LOG.error(
                    "The file of attachment {}, \"{}\" of {}, is missing or has another size",
                    attachment.id(),
                    attachment.name(),
                    attachment.record());
        }
    }

    private boolean isBack(String id) {
        return store.read(sql -> AttachmentTable.find(sql, id))
                .filter(attachment -> attachment.removed().isEmpty())
                .map(files::isThere)
                .orElse(true);
    }

    @Override
    public Result execute() {
        Optional<Unavailable> why = files.hindrance();
        if (why.isPresent()) {
            return new Result(
                    Result.Status.WARN, "No file can be added. " + why.get().getMessage());
        }
        int count = missing.size();
        if (count > 0) {
            return new Result(
                    Result.Status.WARN,
                    (count == MOST ? "At least " : "")
                            + count
                            + (count == 1 ? " file is" : " files are")
                            + " missing or not as long as their records say; the log names them."
                            + " Bring them back from a backup.");
        }
        return new Result(Result.Status.OK, "Every file that was looked for is there.");
    }
}
