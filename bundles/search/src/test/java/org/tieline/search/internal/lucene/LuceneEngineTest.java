package org.tieline.search.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.search.internal.Records.everything;
import static org.tieline.search.internal.Records.note;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.search.internal.Records;
import org.tieline.search.internal.engine.Engine;
import org.tieline.search.internal.engine.EngineContract;
import org.tieline.search.internal.engine.Found;
import org.tieline.search.internal.engine.Question;

class LuceneEngineTest extends EngineContract {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir private Path directory;

    @Override
    public Engine open() {
        return new LuceneEngine(directory, Synonyms::builtIn);
    }

    @Test
    void whatWasWrittenBitByBitIsPutTogetherInTimesOfRest() throws IOException {
        Path path = directory.resolve("bits");
        try (Engine engine = new LuceneEngine(path, Synonyms::builtIn)) {
            for (int i = 0; i < 9; i++) {
                engine.put("note", List.of(note("n" + i, "harbor", "Radio", "A radio.")), 0);
                engine.refresh();
            }
            assertThat(parts(engine, path)).isEqualTo(9);

            Instant end = Instant.now().plus(PATIENCE);
            while (parts(engine, path) > 4) {
                assertThat(Instant.now()).isBefore(end);
                engine.tidy();
            }

            assertThat(engine.size()).isEqualTo(9);
        }
    }

    @Test
    void onlyTheNewestStatesAreKeptForFurtherPages() {
        Path path = directory.resolve("states");
        try (Engine engine = new LuceneEngine(path, Synonyms::builtIn)) {
            List<String> states = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                engine.put("note", List.of(note("n" + i, "harbor", "Radio", "A radio.")), 0);
                engine.refresh();
                states.add(found(engine, Optional.empty()).snapshot());
            }
            engine.refresh();
            assertThat(found(engine, Optional.of(states.get(140))).total()).isEqualTo(141);
            assertThat(found(engine, Optional.of(states.get(10))).total())
                    .as("the newest, as the one of then is no longer kept")
                    .isEqualTo(150);
        }
    }

    private static Found found(Engine engine, Optional<String> state) {
        return engine.search(
                new Question(
                        "radio",
                        Map.of(),
                        false,
                        false,
                        everything(),
                        Records.KINDS,
                        state,
                        0,
                        10));
    }

    private static int parts(Engine engine, Path path) throws IOException {
        engine.commit(Map.of());
        try (Directory opened = FSDirectory.open(path);
                DirectoryReader reader = DirectoryReader.open(opened)) {
            return reader.leaves().size();
        }
    }
}
