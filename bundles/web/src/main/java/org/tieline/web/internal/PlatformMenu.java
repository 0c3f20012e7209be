package org.tieline.web.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tieline.api.access.Access;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Operation;
import org.tieline.api.access.Reach;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** The platform's own entries of the menu. */
@Component(service = {})
public final class PlatformMenu {
    private final List<ServiceRegistration<MenuEntry>> registrations = new ArrayList<>();

    /** One entry. */
    private record Entry(
            String label,
            String icon,
            String path,
            int order,
            String key,
            Predicate<Caller> shows,
            Predicate<Caller> adds,
            List<Link> more)
            implements MenuEntry {
        @Override
        public boolean shownTo(Caller caller) {
            return shows.test(caller);
        }

        @Override
        public List<Link> actions(Caller caller) {
            return adds.test(caller) ? more : List.of();
        }
    }

    @Activate
    public PlatformMenu(BundleContext bundles, @Reference Access access) {
        for (MenuEntry entry : entries(access)) {
            registrations.add(bundles.registerService(MenuEntry.class, entry, null));
        }
    }

    @Deactivate
    void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    static List<MenuEntry> entries(Access access) {
        return List.of(
                new Entry(
                        "Dashboard",
                        "layout-dashboard",
                        "/",
                        0,
                        "d",
                        caller -> true,
                        caller -> true,
                        List.of(new Link("Change my password", "/account/password"))),
                new Entry(
                        "Centers",
                        "building-broadcast-tower",
                        "/centers",
                        800,
                        "c",
                        within(access, PlatformOperations.CENTER_READ),
                        caller ->
                                access.allows(
                                        caller,
                                        PlatformOperations.CENTER_CREATE,
                                        Caller.EVERYWHERE),
                        List.of(new Link("Add a center", "/centers/new"))),
                new Entry(
                        "People",
                        "users",
                        "/people",
                        810,
                        "p",
                        within(access, PlatformOperations.PERSON_READ),
                        within(access, PlatformOperations.PERSON_EDIT),
                        List.of(new Link("Add a person", "/people/new"))),
                new Entry(
                        "Dispatch positions",
                        "headset",
                        "/positions",
                        820,
                        "f",
                        within(access, PlatformOperations.POSITION_READ),
                        within(access, PlatformOperations.POSITION_EDIT),
                        List.of(
                                new Link(
                                        "Mark this workstation as a dispatch position",
                                        "/positions"))),
                new Entry(
                        "Service accounts",
                        "robot",
                        "/service-accounts",
                        830,
                        "s",
                        within(access, PlatformOperations.ACCOUNT_READ),
                        within(access, PlatformOperations.ACCOUNT_EDIT),
                        List.of(new Link("Add a service account", "/service-accounts/new"))),
                new Entry(
                        "Audit",
                        "history",
                        "/audit",
                        840,
                        "a",
                        within(access, PlatformOperations.JOURNAL_READ),
                        caller -> false,
                        List.of()),
                new Entry(
                        "System health",
                        "heartbeat",
                        "/system",
                        850,
                        "h",
                        caller ->
                                access.allows(
                                        caller,
                                        PlatformOperations.SYSTEM_HEALTH,
                                        Caller.EVERYWHERE),
                        caller -> false,
                        List.of()));
    }

    private static Predicate<Caller> within(Access access, Operation operation) {
        return caller -> {
            Reach reach = access.reach(caller, operation);
            return reach.everywhere() || !reach.centers().isEmpty();
        };
    }
}
