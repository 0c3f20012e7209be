package org.tieline.web.internal.system;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.core.access.PlatformOperations;
import org.tieline.store.Follower;
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
    private final Installed installed;
    private final JournalStore journal;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

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
            BundleContext bundles) {
        this.access = access;
        this.journal = journal;
        this.checks = new Checks(executor);
        this.installed = new Installed(bundles);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Follower follower) {
        followers.add(follower);
    }

    void remove(Follower follower) {
        followers.remove(follower);
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
                        "machine", Machine.now(),
                        "bundles", installed.parts(),
                        "others", installed.others(),
                        "head", head,
                        "followers", following(head)));
    }

    private List<Following> following(long head) {
        return followers.stream()
                .map(
                        follower -> {
                            long position = follower.position();
                            return new Following(
                                    follower.name(), position, Math.max(0, head - position));
                        })
                .sorted(Comparator.comparing(Following::name))
                .toList();
    }
}
