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

/** Whether records can be read and written, and whether the followers follow. */
@Component(property = {"hc.name=store", "hc.tags=ready", "hc.resultCacheTtlInMs:Long=200"})
public final class StoreHealth implements HealthCheck {
    private static final long MIB = 1024 * 1024;
    private static final long LITTLE = 1024 * MIB;
    private static final long NEARLY_NONE = 100 * MIB;
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

    private static void space(SqlDatabase database, FormattingResultLog log) {
        long free = database.settings().data().toFile().getUsableSpace();
        String text = free / MIB + " MiB are free for the data.";
        if (free < NEARLY_NONE) {
            log.critical("Only {} Make room on the disk.", text);
        } else if (free < LITTLE) {
            log.warn("Only {} Make room on the disk.", text);
        } else {
            log.info(text);
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
