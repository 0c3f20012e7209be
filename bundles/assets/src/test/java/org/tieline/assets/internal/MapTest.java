package org.tieline.assets.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;
import org.tieline.api.asset.Support;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.store.Store;

/** The service map on both databases, with what tests say of assets. */
abstract class MapTest extends PlatformTest {
    protected static final Caller ROOT = Platform.ROOT;
    private static final Map<Platform, Store> STORES = new ConcurrentHashMap<>();

    protected final Store store;
    protected final SqlAssets assets;
    protected final SqlServiceMap map;
    protected final String center;
    protected final Caller manager;

    protected MapTest(Engine engine) {
        super(engine);
        store =
                STORES.computeIfAbsent(
                        platform, any -> new AssetStore(any.database.database()).store());
        assets = new SqlAssets(store, platform.access, platform.centers);
        map = new SqlServiceMap(store, platform.access, platform.centers);
        center = platform.center();
        manager = manager(center);
    }

    protected static Caller manager(String center) {
        return Platform.caller(center, Role.CENTER_MANAGER);
    }

    protected static AssetDraft draft(String name, AssetKind kind, Support... supports) {
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
                List.of(supports),
                Set.of());
    }

    protected static AssetDraft shared(AssetDraft draft, String... centers) {
        return new AssetDraft(
                draft.name(),
                draft.kind(),
                draft.state(),
                draft.criticality(),
                draft.owner(),
                draft.supplier(),
                draft.fallback(),
                draft.callPaths(),
                draft.maintenance(),
                draft.restsOn(),
                Set.of(centers));
    }

    protected static AssetDraft resting(AssetDraft draft, Support... supports) {
        return new AssetDraft(
                draft.name(),
                draft.kind(),
                draft.state(),
                draft.criticality(),
                draft.owner(),
                draft.supplier(),
                draft.fallback(),
                draft.callPaths(),
                draft.maintenance(),
                List.of(supports),
                draft.sharedWith());
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

    protected static AssetDraft in(AssetState state, AssetDraft draft) {
        return new AssetDraft(
                draft.name(),
                draft.kind(),
                state,
                draft.criticality(),
                draft.owner(),
                draft.supplier(),
                draft.fallback(),
                draft.callPaths(),
                draft.maintenance(),
                draft.restsOn(),
                draft.sharedWith());
    }

    /** Any one of these suffices. */
    protected static Support on(Asset... alternatives) {
        return new Support(Stream.of(alternatives).map(Asset::id).toList());
    }

    protected Asset made(String name, AssetKind kind, Support... supports) {
        return assets.create(ROOT, center, draft(name, kind, supports));
    }
}
