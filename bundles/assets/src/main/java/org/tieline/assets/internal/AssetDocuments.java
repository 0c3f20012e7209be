package org.tieline.assets.internal;

import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetState;
import org.tieline.core.record.Chunks;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.SearchField;
import org.tieline.spi.search.SearchSource;
import org.tieline.spi.search.Visibility;
import org.tieline.store.Store;

/** Services and assets as the search finds them: in their center, and where they are shared. */
@Component
public final class AssetDocuments implements SearchSource {
    private static final double RETIRED = 0.6;

    private final Store store;

    @Activate
    public AssetDocuments(@Reference AssetStore store) {
        this(store.store());
    }

    AssetDocuments(Store store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return Asset.KIND;
    }

    @Override
    public String label() {
        return "Service or asset";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(ASSET_READ);
    }

    @Override
    public List<SearchField> fields() {
        return List.of(
                new SearchField("asset-kind", "Kind of asset"),
                new SearchField("criticality", "Criticality"));
    }

    @Override
    public Optional<SearchDocument> document(String id) {
        return store.read(sql -> AssetTable.find(sql, id)).map(AssetDocuments::document);
    }

    @Override
    public List<SearchDocument> documents(Set<String> ids) {
        return store.read(sql -> AssetTable.all(sql, Reach.EVERYWHERE, ids)).stream()
                .map(AssetDocuments::document)
                .toList();
    }

    @Override
    public void all(Consumer<SearchDocument> sink) {
        Chunks.each(
                (after, most) -> store.read(sql -> AssetTable.after(sql, after, most)),
                Asset::id,
                assets -> assets.forEach(asset -> sink.accept(document(asset))));
    }

    private static SearchDocument document(Asset asset) {
        AssetDraft facts = asset.facts();
        Set<String> centers = new HashSet<>(facts.sharedWith());
        centers.add(asset.center());
        return new SearchDocument(
                asset.id(),
                asset.center(),
                List.of(Visibility.in(centers, ASSET_READ)),
                facts.name(),
                facts.fallback().orElse(""),
                Stream.concat(
                                facts.owner().stream(),
                                facts.callPaths().stream().sorted().map(AssetWords::of))
                        .toList(),
                Map.of(
                        "asset-kind", List.of(AssetWords.of(facts.kind())),
                        "criticality", List.of(AssetWords.of(facts.criticality()))),
                Optional.empty(),
                facts.state() == AssetState.RETIRED ? Map.of("retired", RETIRED) : Map.of(),
                "/service-map/" + asset.id());
    }
}
