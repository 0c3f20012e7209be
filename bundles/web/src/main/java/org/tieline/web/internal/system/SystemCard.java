package org.tieline.web.internal.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.DashboardCard;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/** Whether the installation is well, for those who look after it. */
@Component
public final class SystemCard implements DashboardCard {
    private final Access access;
    private final Checks checks;

    @Activate
    public SystemCard(@Reference Access access, @Reference HealthCheckExecutor executor) {
        this.access = access;
        this.checks = new Checks(executor);
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Optional<View> show(Caller caller) {
        if (!access.allows(caller, PlatformOperations.SYSTEM_HEALTH, Caller.EVERYWHERE)) {
            return Optional.empty();
        }
        List<Check> found = checks.run();
        return Optional.of(
                new View(
                        "System",
                        Parts.TEMPLATES,
                        "systemcard.jte",
                        Map.of("checks", found, "machine", RuntimeInfo.now())));
    }
}
