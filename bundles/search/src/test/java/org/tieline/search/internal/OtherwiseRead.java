package org.tieline.search.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tieline.api.access.Operation;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;

/** The records of another source, for changing how they are read. */
class OtherwiseRead implements SearchSource {
    private final Records records;

    OtherwiseRead(Records records) {
        this.records = records;
    }

    @Override
    public String kind() {
        return records.kind();
    }

    @Override
    public String label() {
        return records.label();
    }

    @Override
    public int version() {
        return records.version();
    }

    @Override
    public Set<Operation> operations() {
        return records.operations();
    }

    @Override
    public List<SearchField> fields() {
        return records.fields();
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return records.document(id);
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        records.all(sink);
    }
}
