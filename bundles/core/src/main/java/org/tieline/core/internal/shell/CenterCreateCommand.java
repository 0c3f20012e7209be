package org.tieline.core.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterDraft;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.center.Centers;
import org.tieline.core.shell.ShellOptions;

/** {@code tieline:center-create ID NAME TIME-ZONE [KIND]} */
@Service
@Command(scope = "tieline", name = "center-create", description = "Registers a center")
public final class CenterCreateCommand implements Action {
    @Reference private Centers centers;

    @Argument(
            index = 0,
            name = "id",
            description = "Kept for ever, such as harbor-county",
            required = true)
    private String id;

    @Argument(index = 1, name = "name", description = "The name to show", required = true)
    private String name;

    @Argument(
            index = 2,
            name = "time-zone",
            description = "A region such as America/Chicago",
            required = true)
    private String timeZone;

    @Argument(
            index = 3,
            name = "kind",
            description = "primary-psap, secondary-psap, backup-psap, city-311 or other")
    private String kind = "primary-psap";

    @Override
    public Object execute() {
        Center center =
                centers.create(
                        Caller.shell(),
                        id,
                        new CenterDraft(
                                name,
                                ShellOptions.oneOf(CenterKind.class, "The kind", kind),
                                ShellOptions.zone(timeZone),
                                CenterState.ACTIVE,
                                Optional.empty(),
                                List.of(),
                                List.of()));
        return "Center registered: " + center.id();
    }
}
