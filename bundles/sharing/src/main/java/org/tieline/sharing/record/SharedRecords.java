package org.tieline.sharing.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.error.FieldError;
import org.tieline.api.record.Stored;
import org.tieline.core.record.RecordService;
import org.tieline.core.record.RecordType;
import org.tieline.core.record.Shape.Count;
import org.tieline.core.record.Shape.Part;
import org.tieline.spi.sharing.Shareable;

/**
 * Shares records of one kind as their fields tell them: texts are looked through for what may tell
 * of a person, all else leaves as it is. A center that takes one over gets a record of its own in
 * its first state. A capability extends it and registers it as a {@link Shareable}.
 */
public abstract class SharedRecords<D extends Record, S extends Enum<S>> implements Shareable {
    private final RecordService<D, S> records;
    private final RecordType<D, S> type;
    private final String title;
    private final Catalog catalog;

    /**
     * @param title name of the field that is the record's title
     */
    protected SharedRecords(RecordService<D, S> records, String title, Catalog catalog) {
        this.records = records;
        this.type = records.type();
        this.title = type.shape().part(title).name();
        this.catalog = catalog;
    }

    @Override
    public final String kind() {
        return type.kind();
    }

    @Override
    public final Catalog catalog() {
        return catalog;
    }

    /** Returns why a record cannot be shared as it is. */
    protected List<FieldError> faults(Stored<D, S> record) {
        return List.of();
    }

    @Override
    public final Content content(Caller caller, String id) {
        Stored<D, S> record = records.get(caller, id);
        Map<String, List<String>> written = type.shape().written(record.facts());
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> facts = new LinkedHashMap<>();
        for (Part part : type.shape().parts()) {
            List<String> values = written.get(part.name());
            if (!values.isEmpty() && !part.name().equals(title)) {
                (part.type() == String.class ? texts : facts)
                        .put(part.name(), String.join("\n", values));
            }
        }
        return new Content(
                record.center(),
                String.join(" ", written.get(title)),
                texts,
                facts,
                faults(record));
    }

    @Override
    public final void copy(
            Caller caller,
            String center,
            String called,
            Map<String, String> fields,
            Consumer<RecordRef> written) {
        D draft =
                type.shape()
                        .restore(
                                part ->
                                        values(
                                                part,
                                                part.name().equals(title)
                                                        ? called
                                                        : fields.get(part.name())));
        records.create(caller, center, draft, made -> written.accept(made.ref()));
    }

    private static List<String> values(Part part, String text) {
        if (text == null) {
            return List.of();
        } else if (part.count() == Count.MANY) {
            return List.of(text.split("\n"));
        }
        return List.of(
                part.type() == String.class && text.length() > part.attribute().max()
                        ? text.substring(0, part.attribute().max()).strip()
                        : text);
    }
}
