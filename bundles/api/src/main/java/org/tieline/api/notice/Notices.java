package org.tieline.api.notice;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;

/**
 * What people are told. Thread-safe. A caller reads their own notices only; one about a center in
 * which they hold no role any more does not exist for them. Notices are removed when they are older
 * than 180 days, read or not.
 */
@ProviderType
public interface Notices {
    /** {@link #unread} counts no further. */
    int MOST_UNREAD = 100;

    /**
     * What happened longer ago is no news: whoever catches up after having been away does not post
     * it any more.
     */
    Duration NEWS = Duration.ofDays(7);

    /**
     * Tells people something. Post after your own transaction has been committed: from a {@link
     * org.tieline.spi.journal.JournalListener} or from a timer, where a notice may be posted again
     * after a failure; the key sees to it that nobody is told twice. So that nothing is lost while
     * this service is away, whoever posts has a mandatory reference to it and is away meanwhile.
     * Who is told is for you to decide: only people who may see what the notice says.
     *
     * @param caller who posts: the program itself, {@link Caller#system}, or an administrator of
     *     the notice's center
     * @return how many people it is new to; those who switched the topic off are not counted
     * @throws Invalid if a part is out of its range
     * @throws Forbidden as {@link org.tieline.api.access.Access} decides
     */
    int post(Caller caller, NoticeDraft draft);

    /**
     * Returns the caller's notices, the latest first.
     *
     * @param unread true for only those that they have not read
     * @throws Invalid if the cursor is not one of this list
     */
    Page<Notice> list(Caller caller, boolean unread, PageRequest page);

    /**
     * Counts what the caller has not read, up to {@value #MOST_UNREAD}; refuses nobody, as every
     * page asks.
     */
    int unread(Caller caller);

    /**
     * Marks one of the caller's notices as read; does nothing if it is already.
     *
     * @throws NotFound if the caller has no such notice
     */
    Notice read(Caller caller, String id);

    /** Marks all that the caller has as read. */
    void readAll(Caller caller);

    /** Returns how the caller is told about each topic there is, by label. */
    List<NoticeSwitch> switches(Caller caller);

    /**
     * Says how the caller wants to be told about a topic from now on.
     *
     * @throws NotFound if there is no such topic
     */
    NoticeSwitch set(Caller caller, String topic, boolean shown, boolean mailed);
}
