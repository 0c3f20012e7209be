package org.tieline.notices.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.api.person.RoleGrant;
import org.tieline.core.access.Rights;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.notices.internal.mail.MailTexts;
import org.tieline.notices.internal.mail.Outbox;
import org.tieline.notices.internal.mail.PostOffice;
import org.tieline.notices.internal.record.NoticeStore;
import org.tieline.notices.internal.record.Topics;
import org.tieline.spi.notice.NoticeTopic;
import org.tieline.store.Store;

/** Notices on both databases, with people to tell. */
abstract class TellingTest extends PlatformTest {
    protected static final Caller SELF = Caller.system("test");
    private static final Map<Platform, Store> STORES = new ConcurrentHashMap<>();

    protected final Store store;
    protected final PostOffice post = new PostOffice();
    protected final Outbox outbox;
    protected final SqlNotices notices;
    protected final String center = platform.center();
    protected final Person pat = person("Pat Doe", Optional.of("pat@example.org"), Role.STAFF);
    protected final Person sam = person("Sam Roe", Optional.empty(), Role.READER);

    protected TellingTest(Engine engine) {
        super(engine);
        store =
                STORES.computeIfAbsent(
                        platform, any -> new NoticeStore(any.database.database()).store());
        outbox =
                new Outbox(
                        store,
                        platform.people,
                        Optional.of(post),
                        new MailTexts(() -> Optional.of(URI.create("https://tieline.example.org"))),
                        platform.clock);
        Topics topics = new Topics();
        topics.add(
                () ->
                        List.of(
                                topic("approval", true, true),
                                topic("digest", true, false),
                                topic("rare", false, false)));
        notices = new SqlNotices(store, platform.access, platform.people, topics, outbox);
    }

    private static NoticeTopic topic(String name, boolean shown, boolean mailed) {
        return new NoticeTopic(name, "About " + name, "When there is " + name + ".", shown, mailed);
    }

    protected final Person person(String name, Optional<String> email, Role role) {
        return platform.people.create(
                Platform.ROOT,
                new PersonDraft(
                        Platform.unique("login"),
                        name,
                        email,
                        center,
                        true,
                        Set.of(new RoleGrant(center, role))));
    }

    protected final Person changed(Person person, Optional<String> email, boolean active) {
        PersonDraft facts = person.facts();
        return platform.people.update(
                Platform.ROOT,
                person.id(),
                person.version(),
                new PersonDraft(
                        facts.login(), facts.name(), email, facts.center(), active, facts.roles()));
    }

    protected static Caller as(Person person) {
        return Rights.of(person);
    }

    protected final NoticeDraft draft(String topic, String key, Person... to) {
        return new NoticeDraft(
                Set.copyOf(List.of(to).stream().map(Person::id).toList()),
                topic,
                "Approve the change",
                "It is due on Monday.",
                "/changes/1",
                center,
                key);
    }
}
