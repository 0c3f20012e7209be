package org.tieline.lessons.internal.feed;

import static org.tieline.lessons.internal.record.LessonOperations.LESSON_READ;
import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonFilter;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.person.People;
import org.tieline.core.feed.SecretAddress;
import org.tieline.core.feed.SecretAddresses;
import org.tieline.core.record.Validation;
import org.tieline.lessons.internal.list.SeenLessons;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.store.Store;

/** What people follow, each with a secret address for feed readers. */
@Component(service = LessonFeeds.class)
public final class LessonFeeds {
    private static final Table<Record> FEED = table("lessons", "lesson_feed");
    private static final Field<String> ID = text(FEED, "id");
    private static final Field<String> OWNER = text(FEED, "owner");
    private static final Field<String> CENTER = text(FEED, "center");
    private static final Field<String> NAME = text(FEED, "name");
    private static final Field<String> WORDS = text(FEED, "words");
    private static final Field<String> TOPIC = text(FEED, "topic");
    private static final Field<String> SYSTEM = text(FEED, "system_name");
    private static final Field<String> VENDOR = text(FEED, "vendor");
    private static final Field<Boolean> DIGEST = flag(FEED, "digest");
    private static final Field<Instant> TOLD = time(FEED, "told");
    private static final Field<Instant> REVOKED = time(FEED, "revoked");

    /** How many lessons are looked at for one feed: beyond these, it says nothing. */
    private static final int LOOKED_AT = 2_000;

    private static final int SHOWN = 50;

    private final Store store;
    private final SecretAddresses addresses;
    private final SeenLessons lessons;
    private final Clock clock;

    @Activate
    public LessonFeeds(
            @Reference LessonStore store,
            @Reference Access access,
            @Reference People people,
            @Reference SeenLessons lessons) {
        this(store.store(), access, people, lessons, Clock.systemUTC());
    }

    LessonFeeds(Store store, Access access, People people, SeenLessons lessons, Clock clock) {
        this.store = store;
        this.lessons = lessons;
        this.clock = clock;
        addresses = new SecretAddresses(store, access, people, LESSON_READ, "lesson-feed", FEED);
    }

    /** Returns what the caller follows. */
    public List<Followed> own(Caller caller) {
        return list(OWNER.eq(caller.actor().id()), SecretAddresses.MOST);
    }

    private List<Followed> list(Condition which, int most) {
        return store.read(
                sql ->
                        sql.select(
                                        ID, OWNER, CENTER, NAME, WORDS, TOPIC, SYSTEM, VENDOR,
                                        DIGEST, TOLD)
                                .from(FEED)
                                .where(which, REVOKED.isNull())
                                .orderBy(ID)
                                .limit(most)
                                .fetch(LessonFeeds::row));
    }

    private static Followed row(Record row) {
        return new Followed(
                row.get(ID),
                row.get(OWNER),
                row.get(CENTER),
                row.get(NAME),
                new FeedFilter(row.get(WORDS), row.get(TOPIC), row.get(SYSTEM), row.get(VENDOR)),
                row.get(DIGEST),
                row.get(TOLD));
    }

    /** Returns what is to be told, in the order of ids. */
    List<Followed> digests(String after, int most) {
        return list(DIGEST.isTrue().and(ID.gt(after)), most);
    }

    /**
     * Follows lessons.
     *
     * @return the secret of the address, which cannot be read again
     */
    public String follow(
            Caller caller, String center, String name, FeedFilter feedFilter, boolean digest) {
        Validation.refuse(feedFilter.check(), List.of());
        Map<Field<?>, Object> more = new HashMap<>();
        more.put(WORDS, feedFilter.words());
        more.put(TOPIC, feedFilter.topic());
        more.put(SYSTEM, feedFilter.system());
        more.put(VENDOR, feedFilter.vendor());
        more.put(DIGEST, digest);
        more.put(TOLD, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return addresses.create(caller, center, name, more);
    }

    /** Ends it, and what its address shows. */
    public void end(Caller caller, String id) {
        addresses.revoke(caller, id);
    }

    /** Returns what an address shows to whoever knows its secret; empty if there is none. */
    Optional<Shown> shown(String secret) {
        return addresses
                .find(secret)
                .flatMap(address -> addresses.eyes(address).map(eyes -> shown(address, eyes)));
    }

    private Shown shown(SecretAddress address, Caller eyes) {
        Followed followed = list(ID.eq(address.id()), 1).get(0);
        return new Shown(followed, fitting(eyes, followed.interest(), Instant.EPOCH));
    }

    /** A feed and its lessons, the latest first. */
    record Shown(Followed followed, List<Lesson> lessons) {}

    /** Returns the latest published lessons that fit, as the caller sees them. */
    List<Lesson> fitting(Caller caller, FeedFilter feedFilter, Instant after) {
        List<Lesson> found = new ArrayList<>();
        int[] looked = {0};
        lessons.each(
                caller,
                LessonFilter.ALL.in(LessonState.PUBLISHED),
                lesson -> {
                    boolean newer = lesson.updated().isAfter(after);
                    if (newer && feedFilter.fits(lesson)) {
                        found.add(lesson);
                    }
                    return newer && ++looked[0] < LOOKED_AT && found.size() < SHOWN;
                });
        return found;
    }

    /**
     * What is new to somebody.
     *
     * @param first the latest of them
     * @param count how many there are in all
     */
    record Fresh(List<Lesson> first, int count) {}

    /** Returns the published lessons that fit and are newer, however many there are. */
    Fresh fresh(Caller caller, FeedFilter feedFilter, Instant after, int most) {
        List<Lesson> first = new ArrayList<>();
        int[] count = {0};
        lessons.each(
                caller,
                LessonFilter.ALL.in(LessonState.PUBLISHED),
                lesson -> {
                    boolean newer = lesson.updated().isAfter(after);
                    if (newer && feedFilter.fits(lesson) && count[0]++ < most) {
                        first.add(lesson);
                    }
                    return newer;
                });
        return new Fresh(first, count[0]);
    }

    /** Writes down up to when somebody was told. */
    void told(Caller caller, Followed followed, Instant until) {
        store.write(
                caller,
                tx -> {
                    tx.sql().update(FEED).set(TOLD, until).where(ID.eq(followed.id())).execute();
                    return null;
                });
    }
}
