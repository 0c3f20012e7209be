package org.tieline.core.record;

import java.util.Optional;
import org.tieline.api.access.Caller;
import org.tieline.api.record.Stored;
import org.tieline.spi.record.RecordCard;
import org.tieline.spi.record.RecordKind;

/** Records of one kind, for what goes with any record. */
final class RecordCards<D extends Record, S extends Enum<S>> implements RecordKind {
    private final RecordService<D, S> records;
    private final RecordType.Card<D> card;

    RecordCards(RecordService<D, S> records, RecordType.Card<D> card) {
        this.records = records;
        this.card = card;
    }

    @Override
    public String kind() {
        return records.type.kind();
    }

    @Override
    public String label() {
        return records.type.noun();
    }

    @Override
    public Optional<RecordCard> find(Caller caller, String id) {
        return records.find(caller, id).map(this::card);
    }

    private RecordCard card(Stored<D, S> record) {
        String title = card.title().apply(record.facts());
        return new RecordCard(
                record.ref(),
                record.center(),
                record.number().map(number -> number + " " + title).orElse(title),
                card.path() + "/" + record.id());
    }
}
