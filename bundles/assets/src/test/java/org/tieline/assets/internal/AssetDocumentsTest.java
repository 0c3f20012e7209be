package org.tieline.assets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.assets.internal.AssetOperations.ASSET_READ;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetDraft;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.CallPath;
import org.tieline.api.asset.Criticality;
import org.tieline.core.internal.Engine;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.Visibility;

class AssetDocumentsTest extends MapTest {
    private final AssetDocuments documents = new AssetDocuments(store);

    AssetDocumentsTest(Engine engine) {
        super(engine);
    }

    @Test
    void anAssetIsFoundInItsCenterAndWhereItIsShared() {
        String other = platform.center();
        Asset asset =
                assets.create(
                        ROOT,
                        center,
                        new AssetDraft(
                                "State network " + center,
                                AssetKind.NETWORK,
                                AssetState.IN_USE,
                                Criticality.VITAL,
                                Optional.of("Dana"),
                                Optional.empty(),
                                Optional.of("Calls go to the backup"),
                                Set.of(CallPath.WIRELINE),
                                List.of(),
                                List.of(),
                                Set.of(other)));
        SearchDocument found = documents.document(asset.id()).orElseThrow();
        assertThat(found.visibility())
                .containsExactly(Visibility.in(Set.of(center, other), ASSET_READ));
        assertThat(found.body()).isEqualTo("Calls go to the backup");
        assertThat(found.terms()).contains("Dana");
        assertThat(found.values()).containsEntry("asset-kind", List.of("Network"));
        List<String> all = new ArrayList<>();
        documents.all(document -> all.add(document.id()));
        assertThat(all).contains(asset.id()).doesNotHaveDuplicates();
    }
}
