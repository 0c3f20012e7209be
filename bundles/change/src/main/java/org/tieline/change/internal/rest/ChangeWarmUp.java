package org.tieline.change.internal.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.center.Center;
import org.tieline.api.center.Centers;
import org.tieline.api.change.Change;
import org.tieline.api.change.ChangeFilter;
import org.tieline.api.change.Changes;
import org.tieline.http.Json;
import org.tieline.rest.Listing;
import org.tieline.spi.start.WarmUp;
import org.tieline.store.Rehearsal;

/** Lists changes, and rehearses how one is created. */
@Component
public final class ChangeWarmUp implements WarmUp {
    private static final PageRequest ONE = new PageRequest(1, Optional.empty());
    private static final PageRequest PAGE = new PageRequest(5, Optional.empty());
    private static final int TIMES = 6;

    private final Changes changes;
    private final Centers centers;
    private final Optional<Assets> assets;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ChangeWarmUp(
            @Reference Changes changes,
            @Reference Centers centers,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) Assets assets) {
        this.changes = changes;
        this.centers = centers;
        this.assets = Optional.ofNullable(assets);
    }

    @Override
    public void warmUp(Caller caller) throws Exception {
        ObjectMapper json = Json.mapper();
        Optional<String> center =
                centers.list(caller, Optional.empty(), ONE).items().stream()
                        .map(Center::id)
                        .findFirst();
        if (center.isEmpty()) {
            return;
        }
        byte[] text = json.writeValueAsBytes(body(caller, center.get()));
        for (int i = 0; i < TIMES; i++) {
            json.writeValueAsBytes(
                    Listing.of(changes.list(caller, ChangeFilter.ALL, PAGE), EntryView::of));
            ChangeBody body = json.readValue(text, ChangeBody.class);
            json.writeValueAsBytes(
                    PreviewView.of(
                            changes.preview(caller, center.get(), Optional.empty(), body.draft())));
            Change change = Rehearsal.of(() -> changes.create(caller, center.get(), body.draft()));
            json.writeValueAsBytes(ChangeView.of(change));
        }
    }

    private Map<String, Object> body(Caller caller, String center) {
        Instant start = clock.instant().plus(Duration.ofDays(30));
        List<String> touched =
                assets.map(all -> all.list(caller, AssetFilter.ALL, PAGE).items().stream()).stream()
                        .flatMap(found -> found)
                        .filter(asset -> asset.center().equals(center))
                        .map(Asset::id)
                        .limit(2)
                        .toList();
        return Map.of(
                "center",
                center,
                "title",
                "Warm-up",
                "type",
                "normal",
                "what",
                "Nothing",
                "assets",
                touched,
                "window",
                Map.of(
                        "start", Json.time(start),
                        "end", Json.time(start.plus(Duration.ofHours(1)))),
                "backOutPlan",
                "Nothing",
                "steps",
                List.of(Map.of("kind", "implement", "what", "Nothing")));
    }
}
