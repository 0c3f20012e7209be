package org.tieline.http.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Ready only when the platform's bundles run and each of their components has what it needs. */
@Component(
        property = {
            "hc.name=services",
            "hc.tags=ready",
            "hc.tags=readable",
            "hc.resultCacheTtlInMs:Long=200"
        })
public final class ServicesCheck implements HealthCheck {
    private static final Set<String> PLATFORM =
            Set.of(
                    "org.tieline.store",
                    "org.tieline.core",
                    "org.tieline.http",
                    "org.tieline.rest",
                    "org.tieline.web");

    private final BundleContext bundles;
    private final ServiceComponentRuntime components;

    @Activate
    public ServicesCheck(BundleContext bundles, @Reference ServiceComponentRuntime components) {
        this.bundles = bundles;
        this.components = components;
    }

    @Override
    public Result execute() {
        Bundle[] platform =
                Arrays.stream(bundles.getBundles())
                        .filter(bundle -> PLATFORM.contains(bundle.getSymbolicName()))
                        .toArray(Bundle[]::new);
        String missing =
                Arrays.stream(platform)
                        .filter(bundle -> !begun(bundle))
                        .map(Bundle::getSymbolicName)
                        .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            missing =
                    components.getComponentDescriptionDTOs(platform).stream()
                            .filter(component -> !works(component))
                            .map(component -> component.name)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return missing.isEmpty()
                ? new Result(Result.Status.OK, "All parts of Tieline run")
                : new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "Not running yet: " + missing);
    }

    /** A bundle is active a moment before all of its components are known. */
    private boolean begun(Bundle bundle) {
        String declared = bundle.getHeaders().get(ComponentConstants.SERVICE_COMPONENT);
        return bundle.getState() == Bundle.ACTIVE
                && (declared == null
                        || components.getComponentDescriptionDTOs(bundle).size()
                                >= declared.split(",").length);
    }

    private boolean works(ComponentDescriptionDTO component) {
        int wanted =
                component.immediate
                        ? ComponentConfigurationDTO.ACTIVE
                        : ComponentConfigurationDTO.SATISFIED;
        return components.getComponentConfigurationDTOs(component).stream()
                .anyMatch(
                        configuration ->
                                configuration.state == wanted
                                        || configuration.state == ComponentConfigurationDTO.ACTIVE);
    }
}
