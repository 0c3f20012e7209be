package org.tieline.change.internal.conflict;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.Centers;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.Window;
import org.tieline.change.internal.callprofile.ProfileTable;
import org.tieline.change.internal.freeze.FreezeTable;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.change.internal.record.WallClock;

/** Finds conflicts with a handful of queries, each by an index, whatever the number of changes. */
@Component(service = {Conflicts.class, SqlConflicts.class})
public final class SqlConflicts implements Conflicts {
    private static final Caller SELF = Caller.system("changes");

    private final Centers centers;
    private final MapLookup mapLookup;
    private final Clock clock;

    @Activate
    public SqlConflicts(@Reference Centers centers, @Reference MapLookup mapLookup) {
        this(centers, mapLookup, Clock.systemUTC());
    }

    SqlConflicts(Centers centers, MapLookup mapLookup, Clock clock) {
        this.centers = centers;
        this.mapLookup = mapLookup;
        this.clock = clock;
    }

    @Override
    public Around around(
            String center, Optional<String> id, ChangeDraft draft, AssetImpact.Touch touch) {
        if (draft.window().isEmpty()) {
            return sql -> List.of();
        }
        Window window = draft.window().get();
        Outlook outlook = outlook(center, id, draft, touch);
        return sql -> finder(sql, outlook, window).find(window);
    }

    /** What surrounds a draft whatever its window. */
    record Outlook(
            Center center,
            Optional<String> id,
            Optional<String> implementer,
            MapNeighborhood terrain,
            Map<String, String> supplied,
            Map<String, String> names) {
        WallClock clock() {
            return new WallClock(center.facts().timeZone());
        }
    }

    /** Looks round as {@link #around} does. */
    Outlook outlook(
            String center, Optional<String> id, ChangeDraft draft, AssetImpact.Touch touch) {
        Center home = centers.get(SELF, center);
        MapNeighborhood terrain = mapLookup.terrain(center, touch);
        return new Outlook(
                home,
                id,
                draft.implementer(),
                terrain,
                mapLookup.supplied(terrain.suppliers().keySet()),
                names(home, terrain));
    }

    private Map<String, String> names(Center home, MapNeighborhood terrain) {
        Set<String> ids = new HashSet<>(home.facts().backups());
        ids.addAll(home.backsUp());
        Stream.of(terrain.touched(), terrain.below(), terrain.above(), terrain.suppliers())
                .flatMap(features -> features.values().stream())
                .forEach(feature -> ids.add(feature.center()));
        ids.remove(home.id());
        return ids.isEmpty()
                ? Map.of()
                : centers.entries(SELF, ids).stream()
                        .collect(Collectors.toMap(CenterEntry::id, CenterEntry::name));
    }

    /** Returns who finds what windows collide with that lie within a time. */
    ConflictFinder finder(DSLContext sql, Outlook outlook, Window time) {
        Center home = outlook.center();
        return new ConflictFinder(
                new ConflictContext(
                        home.id(),
                        outlook.clock(),
                        outlook.implementer(),
                        outlook.terrain(),
                        Set.copyOf(home.facts().backups()),
                        Set.copyOf(home.backsUp()),
                        outlook.names(),
                        ClaimTable.during(
                                sql, time, outlook.id(), outlook.supplied(), clock.instant()),
                        FreezeTable.during(sql, home.id(), time),
                        ProfileTable.load(sql, home.id())));
    }
}
