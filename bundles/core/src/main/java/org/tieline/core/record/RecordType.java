package org.tieline.core.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Operation;

/**
 * All that is said of a kind of record, once.
 *
 * @param kind as the journal spells it, such as {@code approval-rule}
 * @param noun what people call one, such as {@code approval rule}
 * @param nouns what people call several
 * @param read what it takes to read one
 * @param add what it takes to write one
 * @param edit what it takes to change one
 * @param prefix of the numbers of such records, such as {@code P} of {@code P-2026-0007}; empty if
 *     they have none
 * @param card how one is shown where others refer to it; empty if nothing does
 */
public record RecordType<D extends Record, S extends Enum<S>>(
        String kind,
        String noun,
        String nouns,
        Shape<D> shape,
        Lifecycle<S> lifecycle,
        Operation read,
        Operation add,
        Operation edit,
        Optional<String> prefix,
        Optional<Card<D>> card) {
    /**
     * How a record is shown where others refer to it.
     *
     * @param path absolute path of the page that lists such records
     */
    public record Card<D>(Function<D, String> title, String path) {}

    public RecordType(
            String kind,
            String noun,
            String nouns,
            Shape<D> shape,
            Lifecycle<S> lifecycle,
            Operation read,
            Operation edit) {
        this(
                kind,
                noun,
                nouns,
                shape,
                lifecycle,
                read,
                edit,
                edit,
                Optional.empty(),
                Optional.empty());
    }

    /** Lets others write such records than those who change them. */
    public RecordType<D, S> addedBy(Operation other) {
        return new RecordType<>(
                kind, noun, nouns, shape, lifecycle, read, other, edit, prefix, card);
    }

    /** Numbers the records of each center and year. */
    public RecordType<D, S> numbered(String letters) {
        return new RecordType<>(
                kind, noun, nouns, shape, lifecycle, read, add, edit, Optional.of(letters), card);
    }

    /**
     * Lets records be searched, commented on and linked.
     *
     * @param path absolute path of the page that lists such records
     */
    public RecordType<D, S> shown(Function<D, String> title, String path) {
        return new RecordType<>(
                kind,
                noun,
                nouns,
                shape,
                lifecycle,
                read,
                add,
                edit,
                prefix,
                Optional.of(new Card<>(title, path)));
    }

    public RecordRef ref(String id) {
        return new RecordRef(kind, id);
    }

    /** Returns all that can be done with such records. */
    public List<Operation> operations() {
        return Stream.concat(
                        Stream.of(read, add, edit),
                        lifecycle.moves().stream().map(Lifecycle.Move::by))
                .distinct()
                .toList();
    }
}
