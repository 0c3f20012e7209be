package org.tieline.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.search.internal.Records.everything;
import static org.tieline.search.internal.Records.note;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.api.journal.JournalLine;
import org.tieline.search.internal.engine.Engine;
import org.tieline.search.internal.engine.Question;
import org.tieline.search.internal.lucene.LuceneEngine;
import org.tieline.search.internal.lucene.Synonyms;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.search.SearchDocument;

@Timeout(60)
class FollowedIndexTest {
    @TempDir private Path directory;

    private final Records notes = new Records("note");
    private final List<FollowedIndex> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(FollowedIndex::close);
    }

    private FollowedIndex open(Records source) {
        FollowedIndex index = openWithoutSource(source);
        index.come(source);
        await(() -> index.incomplete().isEmpty());
        return index;
    }

    private FollowedIndex openWithoutSource(Records source) {
        FollowedIndex index =
                new FollowedIndex(
                        new IndexHome(directory.resolve("search")),
                        path -> new LuceneEngine(path, () -> Synonyms.NONE),
                        source.journal());
        opened.add(index);
        return index;
    }

    private static void await(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static List<String> found(FollowedIndex index, String text) {
        Question question =
                new Question(
                        text,
                        Map.of(),
                        false,
                        false,
                        everything(),
                        Records.KINDS,
                        Optional.empty(),
                        0,
                        200);
        return index.ask(engine -> engine.search(question)).orElseThrow().hits().stream()
                .map(hit -> hit.record().id())
                .sorted()
                .toList();
    }

    private JournalLine write(String id, String text) {
        return notes.write(note(id, "harbor", text, text + "."));
    }

    @Test
    void whatWasWrittenBeforeIsFound() {
        write("a", "Generator test");
        assertThat(found(open(notes), "generator")).containsExactly("a");
    }

    private static double measured(FollowedIndex index, String name) {
        return new SearchMetrics(index)
                .metrics().stream()
                        .filter(metric -> metric.name().equals(name))
                        .mapToDouble(Metric::value)
                        .sum();
    }

    @Test
    void howMuchCanBeFoundIsMeasured() {
        write("a", "Generator test");
        FollowedIndex index = open(notes);
        assertThat(measured(index, "tieline_search_documents")).isEqualTo(1);
        assertThat(measured(index, "tieline_search_complete")).isEqualTo(1);
        assertThat(measured(index, "tieline_search_rebuilding")).isZero();
    }

    @Test
    void aLineThatWasFollowedIsFoundAtOnce() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test"), write("b", "Radio test")));
        assertThat(found(index, "test")).containsExactly("a", "b");
        index.follow(List.of(notes.delete("a")));
        assertThat(found(index, "test")).containsExactly("b");
    }

    @Test
    void afterAStopItGoesOnFromWhereItWas() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test")));
        index.close();
        FollowedIndex again = open(notes);
        assertThat(again.position()).isEqualTo(1);
        assertThat(found(again, "generator")).containsExactly("a");
        again.follow(List.of(write("b", "Generator fuel")));
        assertThat(found(again, "generator")).containsExactly("a", "b");
    }

    @Test
    void whatWasNotCommittedBeforeACrashIsFollowedAgain() throws Exception {
        FollowedIndex index = open(notes);
        index.position();
        JournalLine lost = write("a", "Generator test");
        Path crashed = directory.resolve("crashed");
        copy(directory.resolve("search"), crashed);
        index.follow(List.of(lost));
        FollowedIndex after =
                new FollowedIndex(
                        new IndexHome(crashed),
                        path -> new LuceneEngine(path, () -> Synonyms.NONE),
                        notes.journal());
        opened.add(after);
        after.come(notes);
        await(() -> after.incomplete().isEmpty());
        assertThat(after.position()).isZero();
        after.follow(List.of(lost));
        assertThat(found(after, "generator")).containsExactly("a");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(file -> !file.endsWith("write.lock")).toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    @Test
    void whatHappenedWhileASourceWasAwayIsFollowedWhenItReturns() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test")));
        index.go(notes);
        assertThat(index.sources()).isEmpty();
        index.follow(List.of(notes.delete("a"), write("b", "Generator fuel")));
        assertThat(found(index, "generator")).containsExactly("a");
        index.come(notes);
        await(() -> index.incomplete().isEmpty());
        assertThat(found(index, "generator")).containsExactly("b");
    }

    @Test
    void aSourceOfAnotherVersionIsReadAnew() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test")));
        index.close();
        Records other = new Records("note", 2);
        other.write(note("b", "harbor", "Generator fuel", "Fuel."));
        assertThat(found(open(other), "generator")).containsExactly("b");
    }

    @Test
    void anIndexThatWasCutOffIsMadeAnew() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test")));
        index.close();
        for (Path file : files()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
        assertThat(found(open(notes), "generator")).containsExactly("a");
    }

    @Test
    void anIndexThatIsNotOneIsMadeAnew() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test")));
        index.close();
        for (Path file : files()) {
            Files.writeString(file, "not an index");
        }
        Files.writeString(directory.resolve("search/current"), "../../elsewhere");
        assertThat(found(open(notes), "generator")).containsExactly("a");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("search"))) {
            return all.filter(
                            file ->
                                    Files.isRegularFile(file)
                                            && !file.endsWith("current")
                                            && !file.endsWith("write.lock"))
                    .toList();
        }
    }

    @Test
    void anIndexThatIsDeletedWhileItIsUsedIsMadeAnewAndAnswersThroughout() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test")));
        index.position();
        Engine before = index.engine();
        try (Stream<Path> all = Files.walk(directory.resolve("search"))) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
        while (index.engine() == before) {
            assertThat(found(index, "generator")).containsExactly("a");
        }
        await(() -> index.damage().isEmpty());
        assertThat(found(index, "generator")).containsExactly("a");
        index.follow(List.of(write("b", "Generator fuel")));
        index.close();
        assertThat(found(open(notes), "generator")).containsExactly("a", "b");
    }

    @Test
    void anIndexAheadOfTheJournalBelongsToAnotherDatabase() throws Exception {
        FollowedIndex index = open(notes);
        index.follow(List.of(write("a", "Generator test"), write("b", "Generator fuel")));
        index.close();
        Records restored = new Records("note");
        restored.write(note("c", "harbor", "Generator noise", "Noise."));
        assertThat(found(open(restored), "generator")).containsExactly("c");
    }

    /** Stops in the middle of reading all records, until it is let go on. */
    private static final class Held extends OtherwiseRead {
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch on = new CountDownLatch(1);

        Held(Records records) {
            super(records);
        }

        @Override
        public void all(Consumer<SearchDocument> sink) {
            List<SearchDocument> read = new ArrayList<>();
            super.all(read::add);
            begun.countDown();
            try {
                on.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            read.forEach(sink);
        }
    }

    @Test
    void whatChangesWhileAllIsReadIsNotOverwrittenByWhatWasReadBefore() throws Exception {
        JournalLine first = write("a", "Generator test");
        write("gone", "Generator gone");
        Held held = new Held(notes);
        FollowedIndex index = openWithoutSource(notes);
        index.come(held);
        held.begun.await();
        assertThat(index.incomplete()).containsExactly("note");
        index.follow(
                List.of(
                        first,
                        write("a", "Radio test"),
                        notes.delete("gone"),
                        write("b", "Radio")));
        held.on.countDown();
        await(() -> index.incomplete().isEmpty());
        assertThat(found(index, "generator")).isEmpty();
        assertThat(found(index, "radio")).containsExactly("a", "b");
    }

    @Test
    void theOldIndexAnswersWhileAnotherIsMade() throws Exception {
        write("a", "Generator test");
        FollowedIndex index = open(notes);
        index.go(notes);
        Held held = new Held(notes);
        held.on.countDown();
        index.come(held);
        await(() -> index.incomplete().isEmpty());
        Engine before = index.engine();
        held.on = new CountDownLatch(1);
        assertThat(index.rebuild("test")).isTrue();
        assertThat(index.rebuild("test")).isFalse();
        index.follow(List.of(write("b", "Generator fuel")));
        assertThat(found(index, "generator")).containsExactly("a", "b");
        held.on.countDown();
        await(() -> !index.state().rebuilding());
        assertThat(index.engine()).isNotSameAs(before);
        assertThat(found(index, "generator")).containsExactly("a", "b");
    }

    @Test
    void aRecordThatCannotBeReadDoesNotHoldUpTheOthers() throws Exception {
        FollowedIndex index = openWithoutSource(notes);
        index.come(
                new OtherwiseRead(notes) {
                    @Override
                    public Optional<SearchDocument> document(String id) {
                        if (id.equals("bad")) {
                            throw new IllegalStateException("broken");
                        }
                        return super.document(id);
                    }
                });
        await(() -> index.incomplete().isEmpty());
        index.follow(List.of(write("bad", "Generator"), write("good", "Generator")));
        assertThat(found(index, "generator")).containsExactly("good");
    }

    @Test
    void aSourceThatFailsDoesNotHoldUpTheOthers() {
        write("a", "Generator test");
        FollowedIndex index = open(notes);
        Records broken = new Records("broken");
        index.come(
                new OtherwiseRead(broken) {
                    @Override
                    public void all(Consumer<SearchDocument> sink) {
                        throw new IllegalStateException("broken");
                    }
                });
        Engine before = index.engine();
        index.rebuild("test");
        await(() -> index.engine() != before);
        assertThat(found(index, "generator")).containsExactly("a");
        assertThat(index.incomplete()).containsExactly("broken");
    }
}
