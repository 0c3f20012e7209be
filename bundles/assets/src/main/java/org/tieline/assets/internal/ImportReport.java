package org.tieline.assets.internal;

import java.util.Comparator;
import java.util.List;

/**
 * What came of a file, or would come of it.
 *
 * @param rows how many rows it has below the header
 * @param added how many assets are new
 * @param changed how many are changed
 * @param unchanged how many are as they were
 * @param faults what is wrong, at most {@value #MOST}; if anything is, nothing was imported
 * @param more how many faults there are beyond these
 */
public record ImportReport(
        int rows, int added, int changed, int unchanged, List<RowFault> faults, int more) {
    public static final int MOST = 200;

    public ImportReport {
        faults = List.copyOf(faults);
    }

    static ImportReport refused(int rows, List<RowFault> all) {
        List<RowFault> shown =
                all.stream().sorted(Comparator.comparingLong(RowFault::row)).limit(MOST).toList();
        return new ImportReport(rows, 0, 0, 0, shown, all.size() - shown.size());
    }

    public boolean good() {
        return faults.isEmpty();
    }
}
