package org.tieline.store.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tieline.api.error.Unavailable;
import org.tieline.store.Followers;
import org.tieline.store.WritableFolder;

/** Whether records can be read, and whether the followers follow. */
@Component(
        property = {
            "hc.name=store",
            "hc.tags=ready",
            "hc.tags=readable",
            "hc.resultCacheTtlInMs:Long=200"
        })
public final class StoreHealth implements HealthCheck {
    private static final long MIB = 1024 * 1024;
    private static final long LITTLE = 1024 * MIB;
    private static final long FAR_BEHIND = 10_000;

    private final StartFailure failure;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SqlDatabase database;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Following following;

    @Activate
    public StoreHealth(@Reference StartFailure failure) {
        this.failure = failure;
    }

    StoreHealth(StartFailure failure, SqlDatabase database, Following following) {
        this.failure = failure;
        this.database = database;
        this.following = following;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Map<String, String> failures = failure.sentences();
        failures.values().forEach(log::critical);
        Optional<SqlDatabase> open = Optional.ofNullable(database);
        if (open.isPresent()) {
            answer(open.get(), log);
            unopened(open.get(), failures.keySet(), log);
            space(open.get(), log);
        } else if (failures.isEmpty()) {
            log.critical("The database is not open yet.");
        }
        Optional.ofNullable(following).ifPresent(running -> followers(running, log));
        return new Result(log);
    }

    private static void answer(SqlDatabase database, FormattingResultLog log) {
        try {
            long head = database.store().read(ChainTable::head);
            log.info("The database answers; the journal is at position {}.", head);
        } catch (Unavailable e) {
            log.critical("The database does not answer: {}", e.getMessage());
        }
    }

    private static void unopened(
            SqlDatabase database, Set<String> failed, FormattingResultLog log) {
        String names =
                database.unopened().stream()
                        .filter(schema -> !failed.contains(schema))
                        .map(schema -> '"' + schema + '"')
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            log.warn(
                    "The backup in {} holds {}, which no installed part of Tieline has opened."
                            + " Install that part; until then these records wait there.",
                    Restore.FILE,
                    names);
        }
    }

    /**
     * Warns a day's work ahead: a change takes about 2 KB, and a backup beside the data as much as
     * all records. Below what the store keeps free, changes are refused, which is told then.
     */
    private static void space(SqlDatabase database, FormattingResultLog log) {
        long free = database.settings().data().toFile().getUsableSpace();
        if (free < LITTLE) {
            log.warn(
                    "Less than {} MiB are free for the data: {} MiB. Make room on the disk; below"
                            + " {} MiB changes are refused.",
                    LITTLE / MIB,
                    free / MIB,
                    WritableFolder.RESERVE / MIB);
        } else {
            log.info("{} MiB are free for the data.", free / MIB);
        }
    }

    private static void followers(Following following, FormattingResultLog log) {
        for (Followers.State state : following.states()) {
            if (state.failure().isPresent()) {
                log.warn(
                        "{} has stopped {} lines behind and tries again: {}",
                        state.name(),
                        state.lag(),
                        state.failure().get());
            } else if (state.lag() > FAR_BEHIND) {
                log.warn("{} is {} lines behind.", state.name(), state.lag());
            } else {
                log.info("{} is {} lines behind.", state.name(), state.lag());
            }
        }
    }
}
