package org.tieline.lessons.internal.knowledge;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.lessons.Lesson;
import org.tieline.api.lessons.LessonState;
import org.tieline.api.record.Who;
import org.tieline.core.record.JournalFields;
import org.tieline.lessons.internal.record.LessonRules;
import org.tieline.lessons.internal.record.LessonStore;
import org.tieline.lessons.internal.record.LessonTable;
import org.tieline.lessons.internal.record.StoredLesson;
import org.tieline.lessons.internal.record.StoredLesson.Origin;
import org.tieline.lessons.internal.record.VersionTable;
import org.tieline.store.Ids;
import org.tieline.store.Store;
import org.tieline.store.Transaction;

/** The lessons that knowledge packs bring, kept as the packs say. */
@Component(service = Knowledge.class)
public final class Knowledge {
    private static final Caller SELF = Caller.system("knowledge-pack");

    private final Store store;

    @Activate
    public Knowledge(@Reference LessonStore store) {
        this(store.store());
    }

    Knowledge(Store store) {
        this.store = store;
    }

    /** Returns the packs that are installed, by name. */
    public List<KnowledgePack> packs() {
        return store.read(KnowledgeTable::all);
    }

    /**
     * Makes the lessons of a pack those of its files: all of it or nothing. A lesson whose file has
     * a fault stays as it was.
     *
     * @param files the files' texts by their names
     */
    public KnowledgePack install(String name, String version, Map<String, String> files) {
        Map<String, KnowledgeFile> good = new TreeMap<>();
        Map<String, String> faults = new TreeMap<>();
        files.forEach(
                (file, text) -> {
                    try {
                        KnowledgeFile read = KnowledgeFile.read(text);
                        if (good.putIfAbsent(read.key(), read) != null) {
                            faults.put(file, "has the key of another file: " + read.key());
                        }
                    } catch (KnowledgeFile.Fault e) {
                        faults.put(file, e.getMessage());
                    }
                });
        return store.write(
                SELF,
                tx -> {
                    KnowledgeTable.lock(tx.sql(), name, tx.now());
                    write(tx, name, good, faults);
                    KnowledgePack pack =
                            new KnowledgePack(
                                    name,
                                    version,
                                    good.size(),
                                    faults.entrySet().stream()
                                            .map(
                                                    fault ->
                                                            line(
                                                                    fault.getKey()
                                                                            + ": "
                                                                            + fault.getValue()))
                                            .toList(),
                                    tx.now());
                    KnowledgeTable.update(tx.sql(), pack);
                    return pack;
                });
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void write(
            Transaction tx,
            String pack,
            Map<String, KnowledgeFile> files,
            Map<String, String> faults) {
        Map<String, StoredLesson> there = new HashMap<>();
        LessonTable.ofPack(tx.sql(), pack)
                .forEach(lesson -> there.put(lesson.pack().orElseThrow().key(), lesson));
        List<StoredLesson> added = new ArrayList<>();
        files.forEach(
                (key, file) -> {
                    StoredLesson before = there.get(key);
                    if (before == null) {
                        added.add(lesson(Ids.next(), pack, file, 1, tx.now(), tx.now()));
                    } else if (before.state() == LessonState.RETIRED
                            || !before.facts().equals(file.draft())) {
                        StoredLesson after =
                                lesson(
                                        before.id(),
                                        pack,
                                        file,
                                        before.version() + 1,
                                        before.created(),
                                        tx.now());
                        VersionTable.keep(tx.sql(), before);
                        LessonTable.settle(tx.sql(), after);
                        journal(tx, Optional.of(before), after, "updated");
                    }
                });
        LessonTable.insert(tx.sql(), added);
        added.forEach(lesson -> journal(tx, Optional.empty(), lesson, "installed"));
        there.values().stream()
                .filter(lesson -> !files.containsKey(lesson.pack().orElseThrow().key()))
                .filter(lesson -> !faults.containsKey(lesson.pack().orElseThrow().key() + ".md"))
                .forEach(lesson -> retire(tx, lesson));
    }

    private static StoredLesson lesson(
            String id,
            String pack,
            KnowledgeFile file,
            long version,
            Instant created,
            Instant now) {
        Who author = new Who(pack, file.draft().author().orElse(pack));
        Instant reviewed =
                file.reviewed()
                        .map(day -> day.atTime(LocalTime.MIN).toInstant(ZoneOffset.UTC))
                        .filter(day -> day.isBefore(now))
                        .orElse(now);
        return new StoredLesson(
                id,
                Caller.EVERYWHERE,
                LessonState.PUBLISHED,
                file.draft(),
                Optional.empty(),
                Optional.of(version),
                Optional.of(reviewed),
                author,
                author,
                Optional.empty(),
                Optional.of(new Origin(pack, file.key())),
                Optional.empty(),
                version,
                created,
                now);
    }

    private static void retire(Transaction tx, StoredLesson lesson) {
        if (lesson.state() != LessonState.RETIRED) {
            StoredLesson after = lesson.retired(tx.now());
            LessonTable.settle(tx.sql(), after);
            journal(tx, Optional.of(lesson), after, "retired");
        }
    }

    private static void journal(
            Transaction tx, Optional<StoredLesson> before, StoredLesson after, String action) {
        tx.journal(
                after.center(),
                Lesson.ref(after.id()),
                after.version(),
                action,
                before.map(one -> LessonRules.facts(one.facts(), one.state()))
                        .orElse(JournalFields.NONE)
                        .changesTo(
                                before.isPresent()
                                        ? LessonRules.facts(after.facts(), after.state())
                                        : JournalFields.NONE
                                                .with("title", after.facts().title())
                                                .with(
                                                        "pack",
                                                        after.pack().orElseThrow().source())));
    }

    /** Retires all lessons of a pack; what centers noted on them stays. */
    public void remove(String name) {
        store.write(
                SELF,
                tx -> {
                    KnowledgeTable.lock(tx.sql(), name, tx.now());
                    LessonTable.ofPack(tx.sql(), name).forEach(lesson -> retire(tx, lesson));
                    KnowledgeTable.delete(tx.sql(), name);
                    return null;
                });
    }
}
