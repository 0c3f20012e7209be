package org.tieline.change.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.ClosureCode;
import org.tieline.api.change.Move;
import org.tieline.api.change.MoveRequest;
import org.tieline.change.internal.ChangeCase;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.spi.search.SearchDocument;
import org.tieline.spi.search.Visibility;

class ChangeDocumentsTest extends ChangeCase {
    private final ChangeDocuments documents = new ChangeDocuments(store, assetImpact);

    ChangeDocumentsTest(Engine engine) {
        super(engine);
    }

    @Test
    void aChangeIsFoundByItsNumberItsTextsAndWhatItTouches() {
        String service =
                assets.create(
                                Platform.ROOT,
                                center,
                                asset("Recording " + center, AssetKind.SERVICE, Set.of()))
                        .id();
        Change change = worked(complete(ChangeType.NORMAL, Set.of(service)));
        changes.move(planner, change.id(), MoveRequest.of(Move.FINISH));
        reviewed(change);
        changes.move(planner, change.id(), MoveRequest.close(ClosureCode.SUCCESSFUL));
        SearchDocument found = documents.document(change.id()).orElseThrow();
        assertThat(found.visibility())
                .containsExactly(Visibility.in(center, ChangeOperations.CHANGE_READ));
        assertThat(found.terms()).contains(change.number(), "Recording " + center);
        assertThat(found.body()).contains("A new recorder records", "Label it", "Swap back");
        assertThat(found.values())
                .containsEntry("type", List.of("Normal"))
                .containsEntry("state", List.of("Successful"))
                .containsEntry("service", List.of("Recording " + center));
        assertThat(found.date()).isPresent();
    }

    @Test
    void aChangeIsFoundByTheServicesThatRestOnWhatItTouches() {
        Asset power = on("Power", AssetKind.POWER);
        on("Call taking", AssetKind.SERVICE, on("Host", AssetKind.SERVER, power));
        on("Dispatch", AssetKind.SERVICE, on("Mast", AssetKind.SITE));
        Change change =
                changes.create(planner, center, complete(ChangeType.NORMAL, Set.of(power.id())));
        SearchDocument found = documents.document(change.id()).orElseThrow();
        assertThat(found.values()).containsEntry("service", List.of("Call taking"));
        assertThat(found.terms()).contains("Power").doesNotContain("Call taking");
    }

    private Asset on(String name, AssetKind kind, Asset... restsOn) {
        return assets.create(Platform.ROOT, center, asset(name, kind, Set.of(), restsOn));
    }

    @Test
    void allAreHandedOver() {
        Change one = changes.create(planner, center, complete(ChangeType.NORMAL, Set.of()));
        Change other = changes.create(planner, center, complete(ChangeType.EMERGENCY, Set.of()));
        List<String> ids = new ArrayList<>();
        documents.all(document -> ids.add(document.id()));
        assertThat(ids).contains(one.id(), other.id()).doesNotHaveDuplicates();
        assertThat(documents.document("nothing")).isEqualTo(Optional.empty());
    }
}
