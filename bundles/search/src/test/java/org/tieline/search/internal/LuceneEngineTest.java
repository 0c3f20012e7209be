package org.tieline.search.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.search.internal.lucene.LuceneEngine;
import org.tieline.search.internal.lucene.Synonyms;

class LuceneEngineTest extends EngineContract {
    @TempDir private Path directory;

    @Override
    Engine open() {
        return new LuceneEngine(directory, Synonyms::builtIn);
    }
}
