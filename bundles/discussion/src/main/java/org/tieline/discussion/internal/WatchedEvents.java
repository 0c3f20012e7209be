package org.tieline.discussion.internal;

import static org.tieline.discussion.internal.DiscussionOperations.DISCUSSION_READ;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.discussion.Attachment;
import org.tieline.api.discussion.Comment;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.notice.NoticeDraft;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.core.access.Rights;
import org.tieline.discussion.internal.WatcherTable.Watcher;
import org.tieline.spi.record.RecordCard;
import org.tieline.store.Store;

/** What lines of the journal mean to watchers. */
final class WatchedEvents {
    static final String TOPIC = "watching";
    private static final Caller SELF = Caller.system("watchers");

    /** For those who read the audit. */
    private static final String REFUSED = "refused";

    private final Store store;
    private final RecordKinds records;
    private final People people;
    private final WatchWords words;

    WatchedEvents(Store store, RecordKinds records, People people, WatchWords words) {
        this.store = store;
        this.records = records;
        this.people = people;
        this.words = words;
    }

    /** A line about a record, or about what was added to it. */
    private record Happening(JournalLine line, RecordRef record) {}

    /**
     * Returns what is to be told of these lines.
     *
     * @param waiting whether a capability that is missing may still come, for a line about a record
     *     of its
     * @throws IllegalStateException if one is missing that may: the lines shall come again
     */
    List<NoticeDraft> of(List<JournalLine> lines, Predicate<JournalLine> waiting) {
        List<Happening> happenings = happenings(lines);
        Map<RecordRef, List<Watcher>> watchers = watchers(happenings);
        Map<String, Caller> callers = callers(watchers.values());
        Map<Watcher, Optional<RecordCard>> seen = new HashMap<>();
        List<NoticeDraft> told = new ArrayList<>();
        for (Happening happening : happenings) {
            List<Watcher> watching = watchers.getOrDefault(happening.record(), List.of());
            if (watching.isEmpty()) {
                continue;
            }
            if (!records.knows(happening.record().kind()) && waiting.test(happening.line())) {
                throw new IllegalStateException(
                        "Nobody knows yet what a " + happening.record().kind() + " is");
            }
            Map<RecordCard, Set<String>> to = new HashMap<>();
            for (Watcher watcher : watching) {
                if (concerns(happening.line(), watcher)) {
                    seen.computeIfAbsent(watcher, any -> card(callers, watcher))
                            .ifPresent(
                                    card ->
                                            to.computeIfAbsent(card, any -> new TreeSet<>())
                                                    .add(watcher.person()));
                }
            }
            to.forEach((card, who) -> told.add(draft(happening.line(), card, who)));
        }
        return told;
    }

    /** What was taken back meanwhile is not told any more. */
    private List<Happening> happenings(List<JournalLine> lines) {
        Map<String, Comment> comments = some(ids(lines, Comment.KIND), CommentTable::all);
        Map<String, Attachment> attachments =
                some(ids(lines, Attachment.KIND), AttachmentTable::all);
        List<Happening> happenings = new ArrayList<>();
        for (JournalLine line : lines) {
            String id = line.record().id();
            Optional<RecordRef> record =
                    switch (line.record().kind()) {
                        case Comment.KIND ->
                                Optional.ofNullable(comments.get(id))
                                        .filter(said -> said.withdrawn().isEmpty())
                                        .map(Comment::record);
                        case Attachment.KIND ->
                                Optional.ofNullable(attachments.get(id))
                                        .filter(file -> file.removed().isEmpty())
                                        .map(Attachment::record);
                        default -> Optional.of(line.record());
                    };
            if (!line.action().equals(REFUSED)) {
                record.ifPresent(found -> happenings.add(new Happening(line, found)));
            }
        }
        return happenings;
    }

    private <T> Map<String, T> some(
            Set<String> ids, BiFunction<DSLContext, Set<String>, Map<String, T>> find) {
        return ids.isEmpty() ? Map.of() : store.read(sql -> find.apply(sql, ids));
    }

    private static Set<String> ids(List<JournalLine> lines, String kind) {
        return lines.stream()
                .map(JournalLine::record)
                .filter(record -> record.kind().equals(kind))
                .map(RecordRef::id)
                .collect(Collectors.toSet());
    }

    private Map<RecordRef, List<Watcher>> watchers(List<Happening> happenings) {
        Set<String> ids =
                happenings.stream()
                        .map(happening -> happening.record().id())
                        .collect(Collectors.toSet());
        return store.read(sql -> WatcherTable.of(sql, ids)).stream()
                .collect(Collectors.groupingBy(Watcher::record));
    }

    private Map<String, Caller> callers(Collection<List<Watcher>> watchers) {
        Set<String> ids =
                watchers.stream()
                        .flatMap(List::stream)
                        .map(Watcher::person)
                        .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : people.all(SELF, ids).stream().collect(Collectors.toMap(Person::id, Rights::of));
    }

    private static boolean concerns(JournalLine line, Watcher watcher) {
        return !line.actor().id().equals(watcher.person()) && line.at().isAfter(watcher.since());
    }

    /** What the watcher may know of the record now, if that is anything. */
    private Optional<RecordCard> card(Map<String, Caller> callers, Watcher watcher) {
        return Optional.ofNullable(callers.get(watcher.person()))
                .flatMap(caller -> records.allowed(caller, DISCUSSION_READ, watcher.record()));
    }

    private NoticeDraft draft(JournalLine line, RecordCard card, Set<String> to) {
        return new NoticeDraft(
                to,
                TOPIC,
                words.title(line, card),
                words.text(line),
                card.path(),
                card.center(),
                "watch:" + line.position());
    }
}
