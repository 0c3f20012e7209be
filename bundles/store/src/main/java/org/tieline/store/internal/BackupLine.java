package org.tieline.store.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.api.FieldChange;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.store.BackupReport;

/** What the journal keeps of a backup: whose name the file has, and how much was in it. */
final class BackupLine {
    static final String KIND = "backup";
    static final String MADE = "made";

    private static final int LONGEST = 300;

    private BackupLine() {}

    static PendingLine made(Caller caller, BackupReport report) {
        return line(
                caller,
                report.file(),
                MADE,
                report.complete()
                        ? Map.of("records", report.records(), "files", report.files())
                        : Map.of(
                                "records",
                                report.records(),
                                "files",
                                report.files(),
                                "files missing or changed",
                                report.faults()));
    }

    static PendingLine restored(Caller caller, Path file, Manifest from, Manifest.SchemaPart part) {
        return line(
                caller,
                file,
                "restored",
                Map.of("part", part.name(), "records", part.rows(), "made", from.created()));
    }

    private static PendingLine line(
            Caller caller, Path file, String action, Map<String, ?> values) {
        String name = file.getFileName().toString();
        List<FieldChange> changes = new ArrayList<>();
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        value ->
                                changes.add(
                                        new FieldChange(
                                                value.getKey(),
                                                Optional.empty(),
                                                Optional.of(value.getValue().toString()))));
        return new PendingLine(
                Caller.EVERYWHERE,
                caller.actor(),
                new RecordRef(KIND, name.substring(0, Math.min(name.length(), LONGEST))),
                0,
                action,
                changes);
    }
}
