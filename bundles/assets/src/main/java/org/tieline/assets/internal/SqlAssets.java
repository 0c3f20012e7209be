package org.tieline.assets.internal;

import static org.tieline.assets.internal.AssetOperations.ASSET_EDIT;
import static org.tieline.assets.internal.AssetOperations.ASSET_READ;
import static org.tieline.assets.internal.AssetOperations.ASSET_SHARE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.CallPath;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.NotFound;
import org.tieline.core.access.ReachCheck;
import org.tieline.core.record.Validation;
import org.tieline.store.Cursors;
import org.tieline.store.Ids;
import org.tieline.store.Store;

/** The assets in the schema {@code assets}. */
@Component
public final class SqlAssets implements Assets {
    private static final String LIST = "assets";
    private static final String RESTING = "resting";
    private static final Caller SELF = Caller.system("assets");

    private final Store store;
    private final Access access;
    private final Centers centers;

    @Activate
    public SqlAssets(
            @Reference AssetStore store, @Reference Access access, @Reference Centers centers) {
        this(store.store(), access, centers);
    }

    SqlAssets(Store store, Access access, Centers centers) {
        this.store = store;
        this.access = access;
        this.centers = centers;
    }

    @Override
    public Page<Asset> list(Caller caller, AssetFilter filter, PageRequest page) {
        Optional<String> center = filter.center();
        center.ifPresent(one -> requireCenter(caller, one));
        Reach reach =
                center.map(one -> new Reach(false, Set.of(one)))
                        .orElseGet(() -> ReachCheck.require(access, caller, ASSET_READ, LIST));
        List<String> after = Cursors.after(LIST, 2, page).orElse(List.of("", ""));
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        return Cursors.page(
                LIST,
                page,
                store.read(
                        sql ->
                                assetVisibility.shown(
                                        sql,
                                        AssetTable.list(
                                                sql, reach, filter, after, page.limit() + 1))),
                asset -> List.of(AssetTable.key(asset.facts().name()), asset.id()));
    }

    private void requireCenter(Caller caller, String center) {
        access.require(caller, ASSET_READ, ReachCheck.center(center), Center.ref(center));
        centers.get(SELF, center);
    }

    @Override
    public Asset get(Caller caller, String id) {
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        return store.read(
                sql -> assetVisibility.shown(sql, List.of(assetVisibility.find(sql, id))).get(0));
    }

    @Override
    public List<AssetEntry> entries(Caller caller, Collection<String> ids) {
        Reach reach = access.reach(caller, ASSET_READ);
        return byName(store.read(sql -> AssetTable.entries(sql, reach, ids)));
    }

    @Override
    public List<Asset> all(Caller caller, Collection<String> ids) {
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        return store.read(
                sql ->
                        assetVisibility.shown(
                                sql, AssetTable.all(sql, assetVisibility.reach(), ids)));
    }

    @Override
    public Map<String, String> supplied(Caller caller, Collection<String> suppliers) {
        Reach reach = access.reach(caller, ASSET_READ);
        return store.read(sql -> AssetTable.supplied(sql, reach, suppliers));
    }

    @Override
    public Map<String, Set<CallPath>> callPaths(Caller caller, Collection<String> ids) {
        Reach reach = access.reach(caller, ASSET_READ);
        return store.read(sql -> AssetTable.callPaths(sql, reach, ids));
    }

    static List<AssetEntry> byName(Collection<AssetEntry> entries) {
        return entries.stream()
                .sorted(
                        Comparator.comparing((AssetEntry entry) -> AssetTable.key(entry.name()))
                                .thenComparing(AssetEntry::id))
                .toList();
    }

    @Override
    public Page<AssetEntry> restingOn(Caller caller, String id, PageRequest page) {
        List<String> after = Cursors.after(RESTING, 2, page).orElse(List.of("", ""));
        AssetVisibility assetVisibility = AssetVisibility.of(access, caller);
        return Cursors.page(
                RESTING,
                page,
                store.read(
                        sql -> {
                            assetVisibility.find(sql, id);
                            return sql.selectDistinct(
                                            AssetTable.ID,
                                            AssetTable.CENTER,
                                            AssetTable.NAME,
                                            AssetTable.NAME_KEY,
                                            AssetTable.KIND,
                                            AssetTable.STATE,
                                            AssetTable.CRITICALITY)
                                    .from(SupportTable.SUPPORT)
                                    .join(AssetTable.ASSET)
                                    .on(AssetTable.ID.eq(SupportTable.ASSET))
                                    .where(SupportTable.SUPPORTER.eq(id))
                                    .and(Placement.seen(assetVisibility.reach(), AssetTable.ID))
                                    .and(
                                            AssetTable.behind(
                                                    AssetTable.NAME_KEY, AssetTable.ID, after))
                                    .orderBy(AssetTable.NAME_KEY, AssetTable.ID)
                                    .limit(page.limit() + 1)
                                    .fetch(AssetTable::entry);
                        }),
                entry -> List.of(AssetTable.key(entry.name()), entry.id()));
    }

    @Override
    public Asset create(Caller caller, String center, AssetDraft draft) {
        access.require(caller, ASSET_EDIT, ReachCheck.center(center), Center.ref(center));
        centers.get(SELF, center);
        String id = Ids.next();
        List<FieldError> errors = check(id, center, draft, Set.of());
        if (!draft.sharedWith().isEmpty()) {
            access.require(caller, ASSET_SHARE, center, Center.ref(center));
        }
        return store.write(
                caller,
                tx -> {
                    Asset asset = new Asset(id, center, draft, 1, tx.now(), tx.now());
                    write(new MapWriter(tx, center), Optional.empty(), asset, errors);
                    return asset;
                });
    }

    @Override
    public Asset update(Caller caller, String id, long version, AssetDraft draft) {
        Asset seen = get(caller, id);
        requireEdit(caller, seen);
        List<FieldError> errors = check(id, seen.center(), draft, seen.facts().sharedWith());
        return store.write(
                caller,
                tx -> {
                    MapWriter map = new MapWriter(tx, seen.center());
                    Asset before =
                            AssetTable.lock(tx.sql(), id)
                                    .orElseThrow(() -> new NotFound(Asset.ref(id)));
                    if (before.version() != version) {
                        throw tx.stale(Asset.ref(id), version, before.version());
                    }
                    if (!before.facts().sharedWith().equals(draft.sharedWith())) {
                        access.require(caller, ASSET_SHARE, before.center(), Asset.ref(id));
                    }
                    Asset after = AssetRules.changed(before, draft, tx.now());
                    write(map, Optional.of(before), after, errors);
                    return after;
                });
    }

    /** Who sees an asset that is shared with them knows that it exists; only it is not theirs. */
    private void requireEdit(Caller caller, Asset asset) {
        if (caller.rolesIn(asset.center()).isEmpty()) {
            throw new Forbidden(
                    ASSET_EDIT,
                    "This asset belongs to the center "
                            + asset.center()
                            + ", which shares it. Only its own people can change it.");
        }
        access.require(caller, ASSET_EDIT, asset.center(), Asset.ref(asset.id()));
    }

    private static void write(
            MapWriter map, Optional<Asset> before, Asset after, List<FieldError> errors) {
        Map<String, AssetEntry> seen = map.seen(AssetRules.named(after.facts()));
        Validation.refuse(errors, AssetRules.unknown(after.facts(), seen));
        map.write(List.of(new MapWriter.Change(before, after)));
    }

    private List<FieldError> check(
            String id, String center, AssetDraft draft, Set<String> sharedBefore) {
        List<FieldError> errors = new ArrayList<>(AssetRules.check(id, center, draft));
        if (errors.isEmpty()) {
            errors.addAll(unknownCenters(draft, sharedBefore));
        }
        return errors;
    }

    List<FieldError> unknownCenters(AssetDraft draft, Set<String> sharedBefore) {
        return draft.sharedWith().stream()
                .filter(center -> !sharedBefore.contains(center))
                .sorted()
                .filter(center -> !exists(center))
                .map(
                        center ->
                                new FieldError(
                                        "sharedWith",
                                        "names \""
                                                + ShortText.of(center)
                                                + "\", but there is no such center"))
                .toList();
    }

    private boolean exists(String center) {
        try {
            centers.get(SELF, center);
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
