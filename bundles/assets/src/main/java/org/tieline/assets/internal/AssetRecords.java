package org.tieline.assets.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.spi.record.RecordCard;
import org.tieline.spi.record.RecordKind;
import org.tieline.store.Store;

/** Assets, for what goes with any record. */
@Component
public final class AssetRecords implements RecordKind {
    private final Store store;
    private final Access access;

    @Activate
    public AssetRecords(@Reference AssetStore store, @Reference Access access) {
        this.store = store.store();
        this.access = access;
    }

    @Override
    public String kind() {
        return Asset.KIND;
    }

    @Override
    public String label() {
        return "asset";
    }

    @Override
    public Optional<RecordCard> find(Caller caller, String id) {
        return store.read(sql -> AssetTable.find(sql, id))
                .filter(AssetVisibility.of(access, caller)::sees)
                .map(AssetRecords::card);
    }

    private static RecordCard card(Asset asset) {
        return new RecordCard(
                Asset.ref(asset.id()),
                asset.center(),
                asset.facts().name(),
                "/service-map/" + asset.id());
    }
}
