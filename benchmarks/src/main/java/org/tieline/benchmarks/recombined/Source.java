package org.tieline.benchmarks.recombined;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tieline.api.access.Operation;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;

/** Makes the documents findable in a running installation. */
final class Source implements SearchSource {
    private final Texts texts;
    private final int size;

    Source(Texts texts, int size) {
        this.texts = texts;
        this.size = size;
    }

    @Override
    public String kind() {
        return Texts.kind();
    }

    @Override
    public String label() {
        return "Recombined lesson";
    }

    @Override
    public int version() {
        return size;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Texts.READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(new SearchField("topic", "Topic"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return Optional.of(texts.document(Integer.parseInt(id)));
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        for (int number = 0; number < size; number++) {
            sink.accept(texts.document(number));
        }
    }
}
