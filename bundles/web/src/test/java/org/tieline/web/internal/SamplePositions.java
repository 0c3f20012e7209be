package org.tieline.web.internal;

import java.util.List;
import java.util.Optional;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.person.NewPosition;
import org.tieline.api.person.Position;
import org.tieline.api.person.Positions;

/** The dispatch positions of a world. */
final class SamplePositions implements Positions {
    private final World world;

    SamplePositions(World world) {
        this.world = world;
    }

    @Override
    public Page<Position> list(Caller caller, Optional<String> center, PageRequest request) {
        return world.page(List.of(world.fire(), world.old()));
    }

    @Override
    public Position get(Caller caller, String id) {
        return world.fire();
    }

    @Override
    public NewPosition mark(Caller caller, String center, String name) {
        return new NewPosition(world.fire(), "secret");
    }

    @Override
    public Position revoke(Caller caller, String id) {
        return world.old();
    }
}
