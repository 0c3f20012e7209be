package org.tieline.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What a backup holds, and what it should hold and does not.
 *
 * @param file the backup
 * @param records how many rows
 * @param files how many files that go with records
 * @param bytes how many bytes these files have together
 * @param faults how many files are missing, or are not what their records say
 * @param examples a sentence for each of the first of them, at most {@value #MOST}
 */
public record BackupReport(
        Path file, long records, long files, long bytes, long faults, List<String> examples) {
    public static final int MOST = 20;

    public BackupReport {
        examples = List.copyOf(examples);
    }

    /** Whether it holds every file that its records refer to, each as its record says. */
    public boolean complete() {
        return faults == 0;
    }

    /** Says it all in plain text. */
    public String text() {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                "%,d %s and %,d %s (%,d bytes) in %s.",
                                records,
                                records == 1 ? "record" : "records",
                                files,
                                files == 1 ? "file" : "files",
                                bytes,
                                file));
        if (complete()) {
            return text.append(" Every file that a record refers to is there and has its size and")
                    .append(" SHA-256.")
                    .toString();
        }
        text.append(
                String.format(
                        "%n%,d %s missing or not what %s:",
                        faults,
                        faults == 1 ? "file is" : "files are",
                        faults == 1 ? "its record says" : "their records say"));
        examples.forEach(example -> text.append(String.format("%n  ")).append(example));
        if (faults > examples.size()) {
            text.append(String.format("%n  and %,d more", faults - examples.size()));
        }
        return text.toString();
    }
}
