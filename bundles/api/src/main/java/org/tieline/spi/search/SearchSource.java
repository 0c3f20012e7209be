package org.tieline.spi.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Operation;
import org.tieline.api.journal.JournalLine;

/**
 * Makes one kind of record findable; registered as an OSGi service. When it comes, its records are
 * indexed; from then on the search follows the journal and asks again for each record that a line
 * {@link #touched}; when it goes, they are no longer found. Two sources of one kind: the one with
 * the higher service ranking counts.
 *
 * <p>Called on threads of the search's own, several at a time. What is thrown is logged, and the
 * record stays as it was until a later line touches it; {@link #all} is tried again.
 */
@ConsumerType
public interface SearchSource {
    /** How many records are asked for together at most. */
    int MOST_TOGETHER = 200;

    /** The kind, as in {@link RecordRef#kind}. */
    String kind();

    /** What one of them is called, such as "Center". */
    String label();

    /** Raised whenever {@link #document} gives other documents than before: all are read again. */
    int version();

    /**
     * The operations that {@link SearchDocument#visibility} may name; documents that name another
     * are seen by nobody.
     */
    Set<Operation> operations();

    /** The fields that can be filtered by, in the order in which they are shown. */
    List<SearchField> fields();

    /** Returns the record as it is now; empty if there is none or it shall not be found. */
    Optional<SearchDocument> document(String id);

    /**
     * Returns those of these records that shall be found, as they are now. By default one is read
     * after the other; a source that has many records reads them together.
     *
     * @param ids at most {@value #MOST_TOGETHER}
     */
    default List<SearchDocument> documents(Set<String> ids) {
        return ids.stream().map(this::document).flatMap(Optional::stream).toList();
    }

    /** Hands every record that shall be found to {@code sink}, none held longer than needed. */
    void all(Consumer<SearchDocument> sink);

    /**
     * Returns the ids of the records whose documents change with what a line tells: by default the
     * line's own record, if it is of this kind.
     */
    default Set<String> touched(JournalLine line) {
        return line.record().kind().equals(kind()) ? Set.of(line.record().id()) : Set.of();
    }
}
