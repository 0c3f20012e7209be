package org.tieline.problem.internal.page;

import java.util.List;
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
import org.tieline.problem.internal.incident.IncidentPages;
import org.tieline.problem.internal.incident.Incidents;
import org.tieline.problem.internal.knownerror.KnownErrorPages;
import org.tieline.problem.internal.knownerror.KnownErrors;
import org.tieline.problem.internal.problem.ProblemPages;
import org.tieline.problem.internal.problem.Problems;
import org.tieline.web.Link;
import org.tieline.web.MenuEntry;

/** Incidents, problems and known errors in the menu. */
@Component(service = {})
public final class ProblemMenu {
    private final List<ServiceRegistration<MenuEntry>> registrations;

    @Activate
    public ProblemMenu(BundleContext bundles, @Reference Access access) {
        registrations =
                entries(access).stream()
                        .map(entry -> bundles.registerService(MenuEntry.class, entry, null))
                        .toList();
    }

    @Deactivate
    void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    static List<MenuEntry> entries(Access access) {
        return List.of(
                new Entry(
                        access,
                        "Incidents",
                        "urgent",
                        IncidentPages.PATH,
                        50,
                        "i",
                        Incidents.READ,
                        Incidents.REPORT,
                        "Report an incident"),
                new Entry(
                        access,
                        "Problems",
                        "stethoscope",
                        ProblemPages.PATH,
                        60,
                        "r",
                        Problems.READ,
                        Problems.EDIT,
                        "Add a problem"),
                new Entry(
                        access,
                        "Known errors",
                        "bug",
                        KnownErrorPages.PATH,
                        70,
                        "w",
                        KnownErrors.READ,
                        KnownErrors.EDIT,
                        "Add a known error"));
    }

    private record Entry(
            Access access,
            String label,
            String icon,
            String path,
            int order,
            String key,
            Operation read,
            Operation add,
            String action)
            implements MenuEntry {
        @Override
        public boolean shownTo(Caller caller) {
            return somewhere(caller, read);
        }

        @Override
        public List<Link> actions(Caller caller) {
            return somewhere(caller, add) ? List.of(new Link(action, path + "/new")) : List.of();
        }

        private boolean somewhere(Caller caller, Operation operation) {
            Reach reach = access.reach(caller, operation);
            return reach.everywhere() || !reach.centers().isEmpty();
        }
    }
}
