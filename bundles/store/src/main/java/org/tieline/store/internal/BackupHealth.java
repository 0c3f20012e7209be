package org.tieline.store.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.error.Unavailable;
import org.tieline.spi.health.NotSetUp;

/**
 * How old the last backup is, and whether every file was in it. Who backs up each week is not
 * warned.
 */
@Component(property = {"hc.name=backup", "hc.tags=ready", "hc.resultCacheTtlInMs:Long=10000"})
public final class BackupHealth implements HealthCheck {
    private static final Duration OLD = Duration.ofDays(8);

    private final SqlDatabase database;

    @Activate
    public BackupHealth(@Reference SqlDatabase database) {
        this.database = database;
    }

    @Override
    public Result execute() {
        try {
            Optional<Instant> last = database.store().read(BackupTable::last);
            Instant since =
                    last.or(() -> database.store().read(JournalTable::first))
                            .orElse(database.clock().instant());
            Duration age = Duration.between(since, database.clock().instant());
            boolean old = age.compareTo(OLD) > 0;
            if (last.isEmpty()) {
                return old
                        ? warn("No backup was made yet. Make one with: tieline backup FILE")
                        : neverMade();
            }
            long faults = database.store().read(BackupTable::faults);
            if (faults > 0) {
                return warn(
                        faults
                                + " files were missing or changed when the last backup was made;"
                                + " the log names them.");
            }
            String text = "The last backup was made " + ago(age) + ".";
            return old ? warn(text + " Make another.") : new Result(Result.Status.OK, text);
        } catch (Unavailable e) {
            return warn("The age of the last backup is not known now: " + e.getMessage());
        }
    }

    private static Result neverMade() {
        ResultLog log = new ResultLog();
        log.add(new ResultLog.Entry(Result.Status.OK, "No backup was made yet.", new NotSetUp()));
        return new Result(log);
    }

    private static Result warn(String text) {
        return new Result(Result.Status.WARN, text);
    }

    private static String ago(Duration age) {
        if (age.toHours() < 1) {
            return "less than an hour ago";
        }
        return age.toDays() < 2 ? age.toHours() + " hours ago" : age.toDays() + " days ago";
    }
}
