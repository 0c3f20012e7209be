package org.tieline.lessons.internal.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.store.Transaction;

/**
 * What came of an import so far.
 *
 * @param name the names of its files
 * @param faults at most {@value org.tieline.core.imports.RowFault#MOST}, by file and row
 */
@Schema(name = "LessonImport")
public record ImportReport(
        String id,
        String center,
        String name,
        State state,
        @Schema(description = "How many rows were read") long rows,
        @Schema(description = "How many lessons it made") long added,
        @Schema(description = "How many rows an import had brought before") long known,
        @Schema(description = "How many rows were left out") long faulty,
        @Schema(description = "What was wrong with the first of these") List<String> faults,
        String by,
        Instant started,
        Instant updated) {
    public ImportReport {
        faults = List.copyOf(faults);
    }

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** It ended before it was done; what it had made, or not yet undone, is there. */
        FAILED,
        UNDOING,
        UNDONE
    }

    public boolean busy() {
        return state == State.RUNNING || state == State.UNDOING;
    }

    static RecordRef ref(String id) {
        return new RecordRef("lesson-import", id);
    }

    /** Tells the journal. */
    void journal(Transaction tx, String action) {
        tx.journal(
                center,
                ref(id),
                0,
                action,
                List.of(
                        new FieldChange("files", Optional.empty(), Optional.of(name)),
                        new FieldChange(
                                "added", Optional.empty(), Optional.of(Long.toString(added)))));
    }

    ImportReport in(State next, Instant now) {
        return new ImportReport(
                id, center, name, next, rows, added, known, faulty, faults, by, started, now);
    }

    ImportReport with(
            long moreRows,
            long moreAdded,
            long moreKnown,
            long allFaulty,
            List<String> allFaults,
            Instant now) {
        return new ImportReport(
                id,
                center,
                name,
                state,
                rows + moreRows,
                added + moreAdded,
                known + moreKnown,
                allFaulty,
                allFaults,
                by,
                started,
                now);
    }
}
