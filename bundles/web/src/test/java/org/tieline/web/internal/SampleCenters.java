package org.tieline.web.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterEntry;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;

/** The centers of a world. */
final class SampleCenters implements Centers {
    private final World world;

    SampleCenters(World world) {
        this.world = world;
    }

    @Override
    public Page<Center> list(Caller caller, Optional<String> text, PageRequest request) {
        return world.page(
                Stream.of(world.harbor(), world.lakeview())
                        .filter(center -> center.facts().name().contains(text.orElse("")))
                        .toList());
    }

    @Override
    public Page<CenterEntry> directory(Caller caller, Optional<String> text, PageRequest request) {
        return world.page(
                List.of(
                        new CenterEntry(
                                "harbor-county",
                                world.harbor().facts().name(),
                                CenterKind.PRIMARY_PSAP,
                                CenterState.ACTIVE),
                        new CenterEntry(
                                "lakeview-city",
                                world.lakeview().facts().name(),
                                CenterKind.CITY_311,
                                CenterState.PLANNED)));
    }

    @Override
    public List<CenterEntry> entries(Caller caller, Set<String> ids) {
        return directory(caller, Optional.empty(), PageRequest.FIRST).items().stream()
                .filter(entry -> ids.contains(entry.id()))
                .toList();
    }

    @Override
    public Center get(Caller caller, String id) {
        return id.equals("lakeview-city") ? world.lakeview() : world.harbor();
    }

    @Override
    public Center create(Caller caller, String id, CenterDraft draft) {
        return world.harbor();
    }

    @Override
    public Center update(Caller caller, String id, long version, CenterDraft draft) {
        if (world.stale.isPresent()) {
            throw world.stale.get();
        }
        return world.harbor();
    }
}
