package org.tieline.notices.internal.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.record.UniqueKey;
import org.tieline.http.PublicUrl;
import org.tieline.notices.internal.record.NoticeStore;
import org.tieline.store.Rounds;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/**
 * What is to be sent by mail. A mail is taken by one node at a time; a node that dies while it
 * sends one leaves it to the next after a while, under the same message id.
 */
@Component(service = Outbox.class, immediate = true)
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Caller SELF = Caller.system("notices");
    private static final int BATCH = 50;
    private static final Duration TAKEN = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration LATE = Duration.ofMinutes(30);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(20);

    /** What is older is of no use any more. */
    static final Duration GIVEN_UP = Duration.ofDays(3);

    private final Store store;
    private final People people;
    private final Optional<MailServer> server;
    private final MailTexts mailTexts;
    private final Clock clock;
    private final Optional<Rounds> rounds;
    private volatile Optional<String> trouble = Optional.empty();
    private int failures;
    private Instant notBefore = Instant.MIN;

    @Activate
    public Outbox(
            @Reference NoticeStore store,
            @Reference People people,
            @Reference MailSettings settings,
            @Reference PublicUrl url) {
        this.store = store.store();
        this.people = people;
        this.server = settings.server().map(SmtpServer::new);
        this.mailTexts = new MailTexts(url::publicUrl);
        this.clock = Clock.systemUTC();
        this.rounds = server.map(any -> new Rounds("sending mail").begin(SOON, PAUSE, this::send));
    }

    /**
     * One that sends only when it is told to.
     *
     * @param server empty if no mail goes out
     */
    public Outbox(
            Store store,
            People people,
            Optional<MailServer> server,
            MailTexts mailTexts,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.server = server;
        this.mailTexts = mailTexts;
        this.clock = clock;
        this.rounds = Optional.empty();
    }

    @Deactivate
    void stop() {
        rounds.ifPresent(Rounds::stop);
    }

    /** Tells whether mail goes out at all. */
    public boolean on() {
        return server.isPresent();
    }

    /** Adds a mail for each who has none with this key, and returns who that is. */
    public Set<String> add(Transaction tx, Collection<String> to, NoticeDraft draft) {
        Set<String> fresh = new TreeSet<>(to);
        if (server.isEmpty() || fresh.isEmpty()) {
            return Set.of();
        }
        fresh.removeAll(MailTable.told(tx.sql(), to, draft.key()));
        UniqueKey.orConflict(
                "These people are being sent the same already.",
                () -> MailTable.insert(tx.sql(), fresh, draft, tx.now()));
        rounds.ifPresent(running -> tx.afterCommit(running::wake));
        return fresh;
    }

    /** Sends what is due, unless the server failed a short while ago. */
    public synchronized void send() {
        if (server.isEmpty() || clock.instant().isBefore(notBefore)) {
            return;
        }
        boolean more = true;
        while (more) {
            List<Mail> due = store.read(sql -> MailTable.due(sql, clock.instant(), BATCH));
            more = !due.isEmpty() && send(due) && due.size() == BATCH;
        }
    }

    /** Returns false if the server is of no use now. */
    private boolean send(List<Mail> due) {
        Map<String, Person> to =
                people.all(SELF, due.stream().map(Mail::person).toList()).stream()
                        .collect(Collectors.toMap(Person::id, person -> person));
        try (MailServer.Connection connection = server.orElseThrow().connect()) {
            for (Mail mail : due) {
                send(connection, mail, Optional.ofNullable(to.get(mail.person())));
                if (!connection.open()) {
                    return false;
                }
            }
            failures = 0;
            return true;
        } catch (MailFault e) {
            LOG.warn("No mail goes out: {}", e.getMessage());
            trouble = Optional.of(e.getMessage());
            notBefore = clock.instant().plus(pause(++failures));
            return false;
        }
    }

    private void send(MailServer.Connection connection, Mail mail, Optional<Person> person) {
        Instant now = clock.instant();
        if (!store.write(SELF, tx -> MailTable.claim(tx.sql(), mail, now.plus(TAKEN)))) {
            return;
        }
        Optional<String> address =
                person.filter(one -> one.facts().active()).flatMap(one -> one.facts().email());
        if (address.isEmpty()) {
            giveUp(mail, "The person has left or has no address any more.");
        } else if (mail.posted().plus(GIVEN_UP).isBefore(now)) {
            giveUp(mail, "It could not be sent in time.");
        } else {
            try {
                connection.send(mailTexts.letter(mail, address.get()));
                done(mail);
            } catch (MailFault e) {
                failed(mail, e, now);
            }
        }
    }

    private void done(Mail mail) {
        trouble = Optional.empty();
        store.write(
                SELF,
                tx -> {
                    MailTable.sent(tx.sql(), mail);
                    return null;
                });
    }

    private void failed(Mail mail, MailFault fault, Instant now) {
        LOG.warn("Mail {} was not sent: {}", mail.id(), fault.getMessage());
        if (fault.forGood()) {
            giveUp(mail, fault.getMessage());
            return;
        }
        trouble = Optional.of(fault.getMessage());
        Instant due = now.plus(pause(mail.attempts() + 1));
        store.write(
                SELF,
                tx -> {
                    MailTable.later(tx.sql(), mail, fault.getMessage(), due);
                    return null;
                });
    }

    private void giveUp(Mail mail, String fault) {
        store.write(
                SELF,
                tx -> {
                    MailTable.giveUp(tx.sql(), mail, fault);
                    return null;
                });
    }

    private static Duration pause(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Why the last mail that was tried did not go out; empty if it did. */
    Optional<String> trouble() {
        return trouble;
    }

    /**
     * What waits to be sent.
     *
     * @param waiting how many, up to a number
     * @param oldest how long the oldest has waited; zero if none does
     */
    record Queue(int waiting, Duration oldest) {}

    Queue queue(int most) {
        return store.read(
                sql ->
                        new Queue(
                                MailTable.waiting(sql, most),
                                MailTable.oldest(sql)
                                        .map(posted -> Duration.between(posted, clock.instant()))
                                        .filter(age -> !age.isNegative())
                                        .orElse(Duration.ZERO)));
    }

    /** Counts what waits too long, up to a number. */
    int late(int most) {
        Instant before = clock.instant().minus(LATE);
        return store.read(sql -> MailTable.late(sql, before, most));
    }

    /** Removes some of what is older; returns how many. */
    public int remove(Instant before, int most) {
        return store.write(SELF, tx -> MailTable.remove(tx.sql(), before, most));
    }
}
