package org.tieline.change.internal.conflict;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.asset.Support;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.ChangeState;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.Window;
import org.tieline.assets.internal.AssetStore;
import org.tieline.assets.internal.SqlAssets;
import org.tieline.assets.internal.SqlServiceMap;
import org.tieline.change.internal.record.AssetImpact;
import org.tieline.change.internal.record.ChangeStore;
import org.tieline.change.internal.record.ChangeTable;
import org.tieline.change.internal.record.Conflicts;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.record.EnumNames;
import org.tieline.sharing.SharingStore;
import org.tieline.store.Columns;
import org.tieline.store.Database;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/** Conflicts and what belongs to them on both databases, beside a real service map. */
public abstract class CalendarTest extends PlatformTest {
    protected static final Caller ROOT = Platform.ROOT;
    protected static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private static final Map<Platform, Rig> RIGS = new ConcurrentHashMap<>();

    protected final Store store;
    protected final SharingStore sharingStore;
    protected final Assets assets;
    protected final ServiceMap map;
    protected final AssetImpact assetImpact;
    protected final SqlConflicts conflicts;
    protected final String center;
    protected final Caller manager;

    private record Rig(Store store, SharingStore sharing, Assets assets, ServiceMap map) {}

    protected CalendarTest(Engine engine) {
        super(engine);
        Rig rig = RIGS.computeIfAbsent(platform, CalendarTest::rig);
        store = rig.store();
        sharingStore = rig.sharing();
        assets = rig.assets();
        map = rig.map();
        assetImpact = new AssetImpact(assets, map);
        conflicts =
                new SqlConflicts(
                        platform.centers,
                        new MapLookup(platform.centers, assets, rig.map()),
                        platform.clock);
        center = platform.center();
        manager = Platform.caller(center, Role.CENTER_MANAGER);
    }

    /** Looks round for a draft as a write of it does. */
    protected Conflicts.Around around(String of, Optional<String> id, ChangeDraft draft) {
        return conflicts.around(of, id, draft, assetImpact.of(of, draft.assets()));
    }

    private static Rig rig(Platform platform) {
        Database database = platform.database.database();
        AssetStore map = new AssetStore(database);
        SharingStore sharing = new SharingStore(database);
        return new Rig(
                new ChangeStore(database, sharing).store(),
                sharing,
                new SqlAssets(map, platform.access, platform.centers),
                new SqlServiceMap(map, platform.access, platform.centers));
    }

    protected String centerIn(ZoneId zone, String... backups) {
        String id = Platform.unique("center");
        platform.centers.create(
                ROOT,
                id,
                new CenterDraft(
                        "Center " + id,
                        CenterKind.PRIMARY_PSAP,
                        zone,
                        CenterState.ACTIVE,
                        Optional.empty(),
                        List.of(),
                        List.of(backups)));
        return id;
    }

    protected static AssetDraft asset(
            String name, AssetKind kind, Set<String> sharedWith, Asset... restsOn) {
        return new AssetDraft(
                name,
                kind,
                AssetState.IN_USE,
                Criticality.HIGH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                List.of(restsOn).stream()
                        .map(supporter -> new Support(List.of(supporter.id())))
                        .toList(),
                sharedWith);
    }

    protected static AssetDraft suppliedBy(AssetDraft draft, Asset supplier) {
        return new AssetDraft(
                draft.name(),
                draft.kind(),
                draft.state(),
                draft.criticality(),
                draft.owner(),
                Optional.of(supplier.id()),
                draft.fallback(),
                draft.callPaths(),
                draft.maintenance(),
                draft.restsOn(),
                draft.sharedWith());
    }

    protected static ChangeDraft draft(
            Window window, Optional<String> implementer, Set<String> assets) {
        ChangeDraft plain = ChangeDraft.of("A change", ChangeType.NORMAL);
        return new ChangeDraft(
                plain.title(),
                plain.type(),
                plain.model(),
                plain.why(),
                plain.what(),
                assets,
                plain.callPaths(),
                plain.risk(),
                Optional.of(window),
                implementer,
                plain.testPlan(),
                plain.backOutPlan(),
                plain.decideAfter(),
                plain.callsMeanwhile(),
                plain.tell(),
                plain.steps());
    }

    protected static Window window(String start, Duration length) {
        Instant from = Instant.parse(start);
        return new Window(from, from.plus(length));
    }

    /** Writes a change as far as others can collide with it. */
    protected String planned(
            String of,
            String title,
            Window window,
            Optional<String> implementer,
            String... assetImpact) {
        return planned(ChangeState.SCHEDULED, of, title, window, implementer, assetImpact);
    }

    protected String planned(
            ChangeState state,
            String of,
            String title,
            Window window,
            Optional<String> implementer,
            String... assetImpact) {
        return store.write(
                ROOT,
                tx ->
                        insert(
                                tx.sql(),
                                tx.now(),
                                state,
                                of,
                                title,
                                window,
                                implementer,
                                List.of(assetImpact)));
    }

    static String insert(
            DSLContext sql,
            Instant now,
            ChangeState state,
            String of,
            String title,
            Window window,
            Optional<String> implementer,
            List<String> assetImpact) {
        String id = Ids.next();
        var table = Columns.table("changes", "change_record");
        sql.insertInto(table)
                .set(Columns.text(table, "id"), id)
                .set(Columns.text(table, "center"), of)
                .set(Columns.text(table, "number"), id.substring(24))
                .set(Columns.text(table, "title"), title)
                .set(Columns.text(table, "type"), "normal")
                .set(Columns.text(table, "state"), EnumNames.of(state))
                .set(Columns.text(table, "call_paths"), "")
                .set(Columns.text(table, "all_paths"), "")
                .set(Columns.text(table, "answers"), "")
                .set(Columns.time(table, "window_start"), window.start())
                .set(ChangeTable.LONG_START, ChangeTable.longStart(window).orElse(null))
                .set(Columns.time(table, "window_end"), window.end())
                .set(Columns.text(table, "implementer"), implementer.orElse(null))
                .set(
                        Columns.text(table, "implementer_name"),
                        implementer.map(who -> "Name of " + who).orElse(null))
                .set(Columns.text(table, "risk_level"), "low")
                .set(Columns.text(table, "approval"), "approved")
                .set(Columns.place(table, "round"), 1)
                .set(Columns.text(table, "requester"), "someone")
                .set(Columns.text(table, "requester_name"), "Some One")
                .set(Columns.number(table, "version"), 1L)
                .set(Columns.time(table, "created"), now)
                .set(Columns.time(table, "updated"), now)
                .execute();
        var asset = Columns.table("changes", "change_asset");
        for (String one : assetImpact) {
            sql.insertInto(asset)
                    .set(Columns.text(asset, "change_id"), id)
                    .set(Columns.text(asset, "asset"), one)
                    .set(Columns.time(asset, "window_start"), window.start())
                    .set(Columns.time(asset, "window_end"), window.end())
                    .execute();
        }
        return id;
    }
}
