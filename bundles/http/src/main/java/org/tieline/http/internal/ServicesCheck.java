package org.tieline.http.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tieline.api.center.Centers;
import org.tieline.api.journal.Journal;
import org.tieline.api.person.People;
import org.tieline.core.signin.SignIn;

/** Ready only when every bundle of Tieline runs and the platform's services are there. */
@Component(property = {"hc.name=services", "hc.tags=ready"})
public final class ServicesCheck implements HealthCheck {
    private static final List<Class<?>> REQUIRED =
            List.of(SignIn.class, Centers.class, People.class, Journal.class);

    private final BundleContext bundles;

    @Activate
    public ServicesCheck(BundleContext bundles) {
        this.bundles = bundles;
    }

    @Override
    public Result execute() {
        String missing =
                Stream.concat(
                                REQUIRED.stream()
                                        .filter(type -> bundles.getServiceReference(type) == null)
                                        .map(Class::getSimpleName),
                                Arrays.stream(bundles.getBundles())
                                        .filter(ServicesCheck::notRunning)
                                        .map(Bundle::getSymbolicName))
                        .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new Result(Result.Status.OK, "All parts of Tieline run")
                : new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "Not running yet: " + missing);
    }

    private static boolean notRunning(Bundle bundle) {
        return bundle.getSymbolicName() != null
                && bundle.getSymbolicName().startsWith("org.tieline.")
                && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                && bundle.getState() != Bundle.ACTIVE
                && bundle.getState() != Bundle.STARTING;
    }
}
