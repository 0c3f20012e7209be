package org.tieline.web.internal.system;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.core.access.PlatformOperations;
import org.tieline.store.Followers;
import org.tieline.store.JournalStore;
import org.tieline.web.PageResource;
import org.tieline.web.View;
import org.tieline.web.internal.Parts;

/** How the installation is doing, for those who look after it. */
@Component(service = PageResource.class)
@Path("/system")
@Produces(MediaType.TEXT_HTML)
public final class SystemPages implements PageResource {
    private static final RecordRef SYSTEM = new RecordRef("system", "health");

    private final Access access;
    private final Checks checks;
    private final InstalledBundles installedBundles;
    private final JournalStore journal;
    private final Followers followers;

    /**
     * How far a follower of the journal is.
     *
     * @param behind how many lines at most it has still to deal with
     */
    public record Following(String name, long position, long behind) {}

    @Activate
    public SystemPages(
            @Reference Access access,
            @Reference HealthCheckExecutor executor,
            @Reference JournalStore journal,
            @Reference Followers followers,
            BundleContext bundles) {
        this.access = access;
        this.journal = journal;
        this.followers = followers;
        this.checks = new Checks(executor);
        this.installedBundles = new InstalledBundles(bundles);
    }

    @GET
    public View show(@Context Caller caller) {
        access.require(caller, PlatformOperations.SYSTEM_HEALTH, Caller.EVERYWHERE, SYSTEM);
        long head = journal.position().orElse(0L);
        return new View(
                "System health",
                Parts.TEMPLATES,
                "system.jte",
                Map.of(
                        "checks", checks.run(),
                        "machine", RuntimeInfo.now(),
                        "bundles", installedBundles.parts(),
                        "others", installedBundles.others(),
                        "head", head,
                        "followers", following()));
    }

    private List<Following> following() {
        return followers.states().stream()
                .map(state -> new Following(state.name(), state.position(), state.lag()))
                .toList();
    }
}
