package org.tieline.core.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.access.Operation;
import org.tieline.api.record.Stored;
import org.tieline.core.record.Shape.Part;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;

/**
 * Records of one kind as the search finds them: by their number and texts, filtered by their state
 * and by each field that is a choice.
 */
final class RecordDocuments<D extends Record, S extends Enum<S>> implements SearchSource {
    private static final SearchField STATE = new SearchField("state", "State");

    private final RecordService<D, S> records;
    private final RecordType<D, S> type;
    private final RecordType.Card<D> card;
    private final List<Part> choices;

    RecordDocuments(RecordService<D, S> records, RecordType.Card<D> card) {
        this.records = records;
        this.type = records.type;
        this.card = card;
        this.choices = type.shape().parts().stream().filter(part -> part.type().isEnum()).toList();
    }

    @Override
    public String kind() {
        return type.kind();
    }

    @Override
    public String label() {
        return type.noun().substring(0, 1).toUpperCase(Locale.ROOT) + type.noun().substring(1);
    }

    @Override
    public int version() {
        return type.shape().parts().stream()
                .map(part -> part.name() + " " + part.type().getName())
                .toList()
                .hashCode();
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(type.read());
    }

    @Override
    public List<SearchField> fields() {
        return Stream.concat(
                        Stream.of(STATE),
                        choices.stream()
                                .map(part -> new SearchField(name(part), part.attribute().label())))
                .toList();
    }

    private static String name(Part part) {
        return RecordTable.snake(part.name()).replace('_', '-');
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return documents(Set.of(id)).stream().findFirst();
    }

    @Override
    public List<SearchDocument> documents(Set<String> ids) {
        return records.all(ids).stream().map(this::document).toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        Chunks.each(
                records::after,
                Stored::id,
                some -> some.forEach(record -> sink.accept(document(record))));
    }

    private SearchDocument document(Stored<D, S> record) {
        D facts = record.facts();
        String title = card.title().apply(facts);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(STATE.name(), List.of(EnumNames.words(record.state())));
        for (Part part : choices) {
            values.put(
                    name(part),
                    part.values(facts).stream()
                            .map(value -> EnumNames.words((Enum<?>) value))
                            .toList());
        }
        return new SearchDocument(
                record.id(),
                record.center(),
                records.visibility(record),
                title,
                text(facts, title),
                record.number().stream().toList(),
                values,
                Optional.of(record.created()),
                Map.of(),
                card.path() + "/" + record.id());
    }

    private String text(D facts, String title) {
        return type.shape().parts().stream()
                .filter(part -> part.type() == String.class)
                .flatMap(part -> part.values(facts).stream())
                .map(String.class::cast)
                .filter(text -> !text.equals(title))
                .collect(Collectors.joining("\n\n"));
    }
}
