package org.tieline.assets.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.api.asset.Effect;
import org.tieline.api.asset.Impact;
import org.tieline.api.asset.ServiceMap;
import org.tieline.api.error.NotFound;
import org.tieline.assets.internal.AssetWords;

/** {@code tieline:asset-impact [--center ID] NAME-OR-ID} */
@Service
@Command(
        scope = "tieline",
        name = "asset-impact",
        description = "Tells what goes down or degrades if an asset fails")
public final class AssetImpactCommand implements Action {
    private static final int MOST = 500;

    @Reference private Assets assets;
    @Reference private ServiceMap map;

    @Argument(name = "asset", description = "Its id or its whole name", required = true)
    private String wanted;

    @Option(name = "--center", description = "Where to look for the name")
    private String center;

    @Override
    public Object execute() {
        Asset asset = find();
        Impact impact = map.impact(Caller.shell(), Set.of(asset.id()));
        ShellTable table = new ShellTable().emptyTableText("Nothing depends on it");
        table.column("Effect");
        table.column("Name");
        table.column("Kind");
        table.column("Criticality");
        table.column("Center");
        impact.hits().stream()
                .limit(MOST)
                .forEach(
                        hit ->
                                table.addRow()
                                        .addContent(
                                                AssetWords.of(hit.effect()),
                                                hit.asset().name(),
                                                AssetWords.of(hit.asset().kind()),
                                                AssetWords.of(hit.asset().criticality()),
                                                hit.asset().center()));
        table.print(System.out);
        return "Without "
                + asset.facts().name()
                + ": "
                + impact.count(Effect.LOST)
                + " down, "
                + impact.count(Effect.DEGRADED)
                + " degraded, "
                + impact.count(Effect.UNSUPPORTED)
                + " without supplier"
                + (impact.hits().size() > MOST ? "; the first " + MOST + " are shown" : "");
    }

    private Asset find() {
        try {
            return assets.get(Caller.shell(), wanted);
        } catch (NotFound e) {
            return named();
        }
    }

    private Asset named() {
        AssetFilter filter =
                new AssetFilter(
                        Optional.ofNullable(center),
                        Optional.of(wanted),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        List<Asset> found =
                assets
                        .list(
                                Caller.shell(),
                                filter,
                                new PageRequest(PageRequest.MAX_LIMIT, Optional.empty()))
                        .items()
                        .stream()
                        .filter(asset -> asset.facts().name().equalsIgnoreCase(wanted))
                        .toList();
        if (found.isEmpty()) {
            throw new NotFound(Asset.ref(wanted));
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "Several centers have an asset of this name: "
                            + String.join(", ", found.stream().map(Asset::center).toList())
                            + ". Name one with --center, or give the id.");
        }
        return found.get(0);
    }
}
