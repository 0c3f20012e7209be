package org.tieline.change.internal.conflict;

import static org.tieline.change.internal.record.ChangeOperations.CHANGE_READ;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeSchedule;
import org.tieline.api.change.Suggestion;
import org.tieline.api.change.Window;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;
import org.tieline.change.internal.callprofile.ProfileTable;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.core.access.ReachCheck;
import org.tieline.store.Store;

/** Looks for times among the changes and freezes of the schema {@code changes}. */
@Component
public final class SqlChangeSchedule implements ChangeSchedule {
    private final Store store;
    private final Access access;
    private final AssetImpact assetImpact;
    private final SqlConflicts conflicts;
    private final Clock clock;

    @Activate
    public SqlChangeSchedule(
            @Reference ChangeStore store,
            @Reference Access access,
            @Reference AssetImpact assetImpact,
            @Reference SqlConflicts conflicts) {
        this(store.store(), access, assetImpact, conflicts, Clock.systemUTC());
    }

    SqlChangeSchedule(
            Store store,
            Access access,
            AssetImpact assetImpact,
            SqlConflicts conflicts,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.assetImpact = assetImpact;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @Override
    public List<Suggestion> suggest(
            Caller caller,
            String center,
            Optional<String> id,
            ChangeDraft draft,
            Duration length,
            Instant from) {
        access.require(caller, CHANGE_READ, ReachCheck.center(center), Center.ref(center));
        if (length.isNegative() || length.isZero() || length.compareTo(Window.LONGEST) > 0) {
            throw new Invalid(
                    new FieldError(
                            "length",
                            "must be more than nothing and at most "
                                    + Window.LONGEST.toDays()
                                    + " days"));
        }
        SqlConflicts.Outlook outlook =
                conflicts.outlook(center, id, draft, assetImpact.of(center, draft.assets()));
        Instant now = clock.instant();
        return store.read(
                sql ->
                        new Suggester(
                                        outlook.clock(),
                                        ProfileTable.load(sql, center),
                                        time -> conflicts.finder(sql, outlook, time))
                                .suggest(length, from.isBefore(now) ? now : from));
    }
}
