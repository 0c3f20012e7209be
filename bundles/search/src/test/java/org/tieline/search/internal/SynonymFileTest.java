package org.tieline.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.search.internal.lucene.Synonyms;

class SynonymFileTest {
    @TempDir private Path directory;

    @Test
    void aFileThatIsNotThereChangesNothing() {
        assertThat(new SynonymFile(Optional.of(directory.resolve("none"))).synonyms()).isNotNull();
    }

    @Test
    void aFaultyLineIsNamedAndTheOthersCount() {
        List<String> faults = new ArrayList<>();
        Synonyms.of(
                List.of("# remark", "", "big blue, command post", "alone", "a => ", ", ,"), faults);
        assertThat(faults).hasSize(3);
        assertThat(faults.get(0)).startsWith("Line 4 was passed over: \"alone\".");
    }
}
