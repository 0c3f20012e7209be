package org.tieline.lessons.internal.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.journal.JournalFilter;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.lessons.Lessons;
import org.tieline.api.notice.Notice;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.NoticeSwitch;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.store.JournalStore;
import org.tieline.store.Store;

/** What the lessons post, in place of the notices that people would get. */
public final class Posted implements Notices {
    private final List<NoticeDraft> drafts = new ArrayList<>();
    private final Store store;
    private final JournalStore journal;
    private final People people;
    private final Access access;
    private final LessonNotifier notifier;
    private LessonFeeds feeds;
    private long heard;

    public Posted(
            Store store,
            JournalStore journal,
            Lessons lessons,
            People people,
            Access access,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.people = people;
        this.access = access;
        notifier = new LessonNotifier(lessons, people, access, this, clock);
        heard = journal.position().orElse(0L);
    }

    /** Follows the journal to its end and returns what was posted. */
    public List<NoticeDraft> drafts() {
        long from = heard;
        List<JournalLine> lines = new ArrayList<>();
        journal.stream(
                Reach.EVERYWHERE,
                new JournalFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                line -> {
                    if (line.position() > from) {
                        lines.add(line);
                    }
                });
        if (!lines.isEmpty()) {
            heard = lines.get(lines.size() - 1).position();
            notifier.heard(lines);
        }
        return taken();
    }

    private List<NoticeDraft> taken() {
        List<NoticeDraft> taken = List.copyOf(drafts);
        drafts.clear();
        return taken;
    }

    public void follow(
            SeenLessons lessons,
            Caller caller,
            String center,
            String name,
            String words,
            Clock clock) {
        feeds = new LessonFeeds(store, access, people, lessons, clock);
        feeds.follow(caller, center, name, new FeedFilter(words, "", "", ""), true);
    }

    public List<NoticeDraft> digest(Clock clock) {
        Digest digest = new Digest(feeds, people, this, clock);
        digest.run();
        return taken();
    }

    @Override
    public int post(Caller caller, NoticeDraft draft) {
        drafts.add(draft);
        return draft.to().size();
    }

    @Override
    public Page<Notice> list(Caller caller, boolean unread, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int unread(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Notice read(Caller caller, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void readAll(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NoticeSwitch> switches(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NoticeSwitch set(Caller caller, String topic, boolean shown, boolean mailed) {
        throw new UnsupportedOperationException();
    }
}
