package org.tieline.assets.internal;

import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetEntry;
import org.tieline.api.asset.Support;
import org.tieline.api.error.NotFound;

/** Who sees which assets, and how much of them. */
record AssetVisibility(Access access, Caller caller, Reach reach) {
    AssetVisibility {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(reach, "reach");
    }

    static AssetVisibility of(Access access, Caller caller) {
        return new AssetVisibility(access, caller, access.reach(caller, ASSET_READ));
    }

    /**
     * Finds an asset that is on a map within reach.
     *
     * @throws NotFound as {@link Access#require} does
     */
    Asset find(DSLContext sql, String id) {
        Asset asset = AssetTable.find(sql, id).orElseThrow(() -> new NotFound(Asset.ref(id)));
        if (!sees(asset)) {
            access.require(caller, ASSET_READ, asset.center(), Asset.ref(id));
        }
        return asset;
    }

    boolean sees(Asset asset) {
        return reach.covers(asset.center())
                || asset.facts().sharedWith().stream().anyMatch(reach::covers);
    }

    /** Returns those of the ids that are seen; all of them must be. */
    void requireAll(DSLContext sql, Collection<String> ids) {
        Set<String> seen =
                AssetTable.entries(sql, reach, ids).stream()
                        .map(AssetEntry::id)
                        .collect(Collectors.toSet());
        ids.stream().filter(id -> !seen.contains(id)).findFirst().ifPresent(id -> find(sql, id));
    }

    /** Returns assets without what those who see them only as shared must not know. */
    List<Asset> shown(DSLContext sql, List<Asset> assets) {
        Set<String> named = new HashSet<>();
        assets.stream()
                .filter(asset -> !reach.covers(asset.center()))
                .forEach(asset -> named.addAll(AssetRules.named(asset.facts())));
        Set<String> seen =
                AssetTable.entries(sql, reach, named).stream()
                        .map(AssetEntry::id)
                        .collect(Collectors.toSet());
        return assets.stream()
                .map(asset -> reach.covers(asset.center()) ? asset : part(asset, seen))
                .toList();
    }

    private Asset part(Asset asset, Set<String> seen) {
        AssetDraft facts = asset.facts();
        List<Support> supports =
                facts.restsOn().stream()
                        .map(
                                support ->
                                        new Support(
                                                support.anyOf().stream()
                                                        .filter(seen::contains)
                                                        .toList()))
                        .filter(support -> !support.anyOf().isEmpty())
                        .toList();
        Optional<String> supplier = facts.supplier().filter(seen::contains);
        AssetDraft part =
                new AssetDraft(
                        facts.name(),
                        facts.kind(),
                        facts.state(),
                        facts.criticality(),
                        facts.owner(),
                        supplier,
                        facts.fallback(),
                        facts.callPaths(),
                        facts.maintenance(),
                        supports,
                        facts.sharedWith().stream()
                                .filter(reach::covers)
                                .collect(Collectors.toSet()));
        return new Asset(
                asset.id(),
                asset.center(),
                part,
                asset.version(),
                asset.created(),
                asset.updated());
    }
}
