package org.tieline.assets.internal;

import java.util.Comparator;
import java.util.List;
import org.tieline.core.imports.RowFault;

/**
 * What came of a file, or would come of it.
 *
 * @param rows how many rows it has below the header
 * @param added how many assets are new
 * @param changed how many are changed
 * @param unchanged how many are as they were
 * @param unmapped the columns that were left out
 * @param faults what is wrong, at most {@value RowFault#MOST}; if anything is, nothing was imported
 * @param more how many faults there are beyond these
 */
public record ImportReport(
        int rows,
        int added,
        int changed,
        int unchanged,
        List<String> unmapped,
        List<RowFault> faults,
        int more) {
    public ImportReport {
        unmapped = List.copyOf(unmapped);
        faults = List.copyOf(faults);
    }

    static ImportReport of(int rows, List<String> unmapped, List<MapWriter.Change> changes) {
        int added = (int) changes.stream().filter(change -> change.before().isEmpty()).count();
        int changed = changes.size() - added;
        int unchanged = rows - changes.size();
        return new ImportReport(rows, added, changed, unchanged, unmapped, List.of(), 0);
    }

    public static ImportReport refused(int rows, List<RowFault> all) {
        List<RowFault> shown =
                all.stream()
                        .sorted(Comparator.comparingLong(RowFault::row))
                        .limit(RowFault.MOST)
                        .toList();
        return new ImportReport(rows, 0, 0, 0, List.of(), shown, all.size() - shown.size());
    }

    public boolean good() {
        return faults.isEmpty();
    }
}
