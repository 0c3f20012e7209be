package org.tieline.notices.internal;

import static org.tieline.notices.internal.record.NoticeOperations.NOTICE_POST;
import static org.tieline.notices.internal.record.NoticeOperations.NOTICE_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.NotFound;
import org.tieline.api.notice.Notice;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.notice.NoticeSwitch;
import org.tieline.api.notice.Notices;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.Chunks;
import org.tieline.core.record.JournalFields;
import org.tieline.core.record.UniqueKey;
import org.tieline.notices.internal.mail.Outbox;
import org.tieline.notices.internal.record.NoticeRules;
import org.tieline.notices.internal.record.NoticeStore;
import org.tieline.notices.internal.record.NoticeTable;
import org.tieline.notices.internal.record.SwitchTable;
import org.tieline.notices.internal.record.SwitchTable.Ways;
import org.tieline.notices.internal.record.Topics;
import org.tieline.spi.notice.NoticeTopic;
import org.tieline.store.Cursors;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * The notices in the schema {@code notices}. They tell what the journal tells already, so that
 * posting and reading them leaves no line there; what people choose does.
 */
@Component
public final class SqlNotices implements Notices {
    private static final String LIST = "notices";
    private static final String SWITCH = "notice-switch";
    private static final String LAST = "z";
    private static final int ATTEMPTS = 3;
    private static final Caller SELF = Caller.system("notices");

    private final Store store;
    private final Access access;
    private final People people;
    private final Topics topics;
    private final Outbox outbox;

    @Activate
    public SqlNotices(
            @Reference NoticeStore store,
            @Reference Access access,
            @Reference People people,
            @Reference Topics topics,
            @Reference Outbox outbox) {
        this(store.store(), access, people, topics, outbox);
    }

    SqlNotices(Store store, Access access, People people, Topics topics, Outbox outbox) {
        this.store = store;
        this.access = access;
        this.people = people;
        this.topics = topics;
        this.outbox = outbox;
    }

    @Override
    public int post(Caller caller, NoticeDraft draft) {
        access.require(
                caller, NOTICE_POST, draft.center(), new RecordRef(Notice.KIND, draft.key()));
        NoticeRules.check(draft);
        Map<String, Person> here =
                people.all(SELF, draft.to()).stream()
                        .filter(person -> person.facts().active())
                        .collect(Collectors.toMap(Person::id, person -> person));
        int told = 0;
        for (List<String> some : Chunks.of(here.keySet())) {
            told += tell(some.stream().map(here::get).toList(), draft);
        }
        return told;
    }

    /** Somebody else may post the same at the same time; then it is theirs. */
    private int tell(List<Person> some, NoticeDraft draft) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.write(SELF, tx -> tell(tx, some, draft));
            } catch (Conflict e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int tell(Transaction tx, List<Person> some, NoticeDraft draft) {
        List<String> ids = some.stream().map(Person::id).toList();
        Map<String, Ways> chosen = SwitchTable.of(tx.sql(), ids, draft.topic());
        Ways usual = topics.find(draft.topic()).map(SqlNotices::usual).orElse(new Ways(true, true));
        Set<String> shown = new TreeSet<>();
        Set<String> mailed = new TreeSet<>();
        for (Person person : some) {
            Ways ways = chosen.getOrDefault(person.id(), usual);
            if (ways.shown()) {
                shown.add(person.id());
            }
            if (ways.mailed() && person.facts().email().isPresent()) {
                mailed.add(person.id());
            }
        }
        shown.removeAll(NoticeTable.told(tx.sql(), ids, draft.key()));
        UniqueKey.orConflict(
                "These people are being told the same already.",
                () -> NoticeTable.insert(tx.sql(), shown, draft, tx.now()));
        Set<String> told = new TreeSet<>(shown);
        told.addAll(outbox.add(tx, mailed, draft));
        return told.size();
    }

    private static Ways usual(NoticeTopic topic) {
        return new Ways(topic.shown(), topic.mailed());
    }

    @Override
    public Page<Notice> list(Caller caller, boolean unread, PageRequest page) {
        Reach reach = ReachCheck.require(access, caller, NOTICE_READ, LIST);
        String before = Cursors.after(LIST, 1, page).map(key -> key.get(0)).orElse(LAST);
        List<Notice> found =
                store.read(
                        sql ->
                                NoticeTable.list(
                                        sql, me(caller), reach, unread, before, page.limit() + 1));
        return Cursors.page(LIST, page, found, notice -> List.of(notice.id()));
    }

    private static String me(Caller caller) {
        return caller.actor().id();
    }

    @Override
    public int unread(Caller caller) {
        Reach reach = access.reach(caller, NOTICE_READ);
        return store.read(sql -> NoticeTable.unread(sql, me(caller), reach, MOST_UNREAD));
    }

    @Override
    public Notice read(Caller caller, String id) {
        Reach reach = ReachCheck.require(access, caller, NOTICE_READ, LIST);
        return store.write(
                SELF,
                tx -> {
                    Notice notice = own(tx, caller, reach, id);
                    if (notice.read().isPresent()) {
                        return notice;
                    }
                    NoticeTable.read(tx.sql(), id, tx.now());
                    return own(tx, caller, reach, id);
                });
    }

    private static Notice own(Transaction tx, Caller caller, Reach reach, String id) {
        return NoticeTable.find(tx.sql(), me(caller), reach, id)
                .orElseThrow(() -> new NotFound(Notice.ref(id)));
    }

    @Override
    public void readAll(Caller caller) {
        ReachCheck.require(access, caller, NOTICE_READ, LIST);
        store.write(
                SELF,
                tx -> {
                    NoticeTable.readAll(tx.sql(), me(caller), tx.now());
                    return null;
                });
    }

    @Override
    public List<NoticeSwitch> switches(Caller caller) {
        ReachCheck.require(access, caller, NOTICE_READ, LIST);
        if (person(caller).isEmpty()) {
            return List.of();
        }
        Map<String, Ways> chosen = store.read(sql -> SwitchTable.of(sql, me(caller)));
        List<NoticeSwitch> switches = new ArrayList<>();
        topics.all()
                .forEach(
                        topic ->
                                switches.add(
                                        shown(
                                                topic,
                                                chosen.getOrDefault(topic.name(), usual(topic)))));
        return switches;
    }

    private Optional<Person> person(Caller caller) {
        return people.all(SELF, Set.of(me(caller))).stream().findFirst();
    }

    private static NoticeSwitch shown(NoticeTopic topic, Ways ways) {
        return new NoticeSwitch(
                topic.name(), topic.label(), topic.hint(), ways.shown(), ways.mailed());
    }

    @Override
    public NoticeSwitch set(Caller caller, String name, boolean shown, boolean mailed) {
        ReachCheck.require(access, caller, NOTICE_READ, LIST);
        RecordRef record = new RecordRef(SWITCH, name);
        NoticeTopic topic = topics.find(name).orElseThrow(() -> new NotFound(record));
        Person person = person(caller).orElseThrow(() -> new NotFound(record));
        Ways wanted = new Ways(shown, mailed);
        return store.write(
                caller,
                tx -> {
                    Ways before =
                            SwitchTable.of(tx.sql(), person.id()).getOrDefault(name, usual(topic));
                    if (!before.equals(wanted)) {
                        SwitchTable.set(tx.sql(), person.id(), name, wanted);
                        tx.journal(
                                person.facts().center(),
                                record,
                                0,
                                "changed",
                                facts(before).changesTo(facts(wanted)));
                    }
                    return shown(topic, wanted);
                });
    }

    private static JournalFields facts(Ways ways) {
        return JournalFields.NONE.with("shown", ways.shown()).with("mailed", ways.mailed());
    }
}
