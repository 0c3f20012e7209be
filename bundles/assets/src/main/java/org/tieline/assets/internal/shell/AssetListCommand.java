package org.tieline.assets.internal.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.tieline.api.Page;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.Asset;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.Assets;
import org.tieline.assets.internal.AssetWords;
import org.tieline.core.shell.Pages;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:asset-list [--center ID] [--kind KIND] [TEXT]} */
@Service
@Command(
        scope = "tieline",
        name = "asset-list",
        description = "Lists services and what they depend on, by name")
public final class AssetListCommand implements Action {
    @Reference private Assets assets;

    @Argument(name = "text", description = "Only those whose name or owner contains it")
    private String text;

    @Option(name = "--center", description = "Only those on the map of this center")
    private String center;

    @Option(name = "--kind", description = "Only those of this kind, such as service or cad")
    private String kind;

    @Option(name = "--after", description = "Goes on where the page before ended")
    private String after;

    @Override
    public Object execute() {
        AssetFilter filter =
                new AssetFilter(
                        Optional.ofNullable(center),
                        Optional.ofNullable(text),
                        Optional.ofNullable(kind)
                                .map(word -> ShellOptions.oneOf(AssetKind.class, "--kind", word)),
                        Optional.empty(),
                        Optional.empty());
        Page<Asset> page = assets.list(Caller.shell(), filter, Pages.request(after));
        ShellTable table = new ShellTable().emptyTableText("No assets");
        table.column("Name");
        table.column("Kind");
        table.column("Criticality");
        table.column("State");
        table.column("Center");
        table.column("Id");
        page.items()
                .forEach(
                        asset ->
                                table.addRow()
                                        .addContent(
                                                asset.facts().name(),
                                                AssetWords.of(asset.facts().kind()),
                                                AssetWords.of(asset.facts().criticality()),
                                                AssetWords.of(asset.facts().state()),
                                                asset.center(),
                                                asset.id()));
        table.print(System.out);
        Pages.printNext(page);
        return null;
    }
}
