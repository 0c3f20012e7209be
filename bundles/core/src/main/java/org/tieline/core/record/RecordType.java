package org.tieline.core.record;

import java.util.List;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Operation;

/**
 * All that is said of a kind of record, once.
 *
 * @param kind as the journal spells it, such as {@code approval-rule}
 * @param noun what people call one, such as {@code approval rule}
 * @param nouns what people call several
 * @param read what it takes to read one
 * @param edit what it takes to write and change one
 */
public record RecordType<D extends Record, S extends Enum<S>>(
        String kind,
        String noun,
        String nouns,
        Shape<D> shape,
        Lifecycle<S> lifecycle,
        Operation read,
        Operation edit) {
    public RecordRef ref(String id) {
        return new RecordRef(kind, id);
    }

    public List<Operation> operations() {
        return List.of(read, edit);
    }
}
