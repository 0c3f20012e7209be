package org.tieline.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeatureState;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.center.Centers;

/** The distribution from the inside: these tests run in it, as a bundle beside the others. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ContainerIT {
    private static final Set<Integer> SATISFIED =
            Set.of(ComponentConfigurationDTO.SATISFIED, ComponentConfigurationDTO.ACTIVE);

    @Inject private BootFinished everythingIsInstalled;
    @Inject private BundleContext context;
    @Inject private FeaturesService features;
    @Inject private ServiceComponentRuntime components;
    @Inject private Centers centers;

    @Configuration
    public static Option[] distribution() throws IOException {
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(Distribution.archive().toUri().toString())
                    .unpackDirectory(Path.of("target", "exam").toFile())
                    .useDeployFolder(false),
            environment("TIELINE_HTTP_PORT=" + Installation.freePort()),
            environment("TIELINE_DATA=records"),
            vmOptions(
                    "-Dtieline.data=records",
                    "-Djava.awt.headless=true",
                    "-Xbootclasspath/a:lib/endorsed/org.apache.karaf.specs.locator-"
                            + System.getProperty("karaf.version")
                            + ".jar",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.net=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED"),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            doNotModifyLogConfiguration(),
            maven("localRepository", System.getProperty("local.repository")),
            maven("repositories", "")
        };
    }

    private static Option maven(String key, String value) {
        return editConfigurationFilePut(
                "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn." + key, value);
    }

    /** Of Tieline, these tests may see what a vendor may see. */
    @ProbeBuilder
    public static TestProbeBuilder vendor(TestProbeBuilder probe) {
        return probe.setHeader(Constants.BUNDLE_SYMBOLICNAME, "org.example.vendor")
                .setHeader(
                        Constants.IMPORT_PACKAGE,
                        "org.tieline.api;version=\"[1.0,2)\","
                                + "org.tieline.api.access;version=\"[1.0,2)\","
                                + "org.tieline.api.center;version=\"[1.0,2)\"")
                .setHeader(
                        Constants.DYNAMICIMPORT_PACKAGE,
                        "org.junit,org.junit.*,org.ops4j.*,org.osgi.*,javax.inject,org.apache.karaf.features");
    }

    @Test
    public void aVendorReadsTheCentersWithNothingButTheApi() {
        assertNotNull(
                centers.list(Caller.system("probe"), Optional.empty(), PageRequest.FIRST).items());

        Set<String> seen =
                context
                        .getBundle()
                        .adapt(BundleWiring.class)
                        .getRequiredWires(BundleRevision.PACKAGE_NAMESPACE)
                        .stream()
                        .map(wire -> wire.getProvider().getSymbolicName())
                        .filter(name -> name.startsWith("org.tieline."))
                        .collect(Collectors.toSet());
        assertEquals(Set.of("org.tieline.api"), seen);
    }

    @Test
    public void theServicesOfThePlatformAreThere() {
        List<String> missing =
                Stream.of(
                                "org.tieline.api.center.Centers",
                                "org.tieline.api.person.People",
                                "org.tieline.api.person.ServiceAccounts",
                                "org.tieline.api.journal.Journal",
                                "org.tieline.api.access.Access",
                                "org.tieline.api.search.Search",
                                "org.tieline.core.signin.SignIn")
                        .filter(name -> !isThere(name))
                        .toList();
        assertEquals(List.of(), missing);
    }

    private boolean isThere(String service) {
        try {
            return context.getAllServiceReferences(service, null) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    public void everyBundleRuns() {
        List<Bundle> waiting =
                Arrays.stream(context.getBundles())
                        .filter(
                                bundle ->
                                        bundle.getState()
                                                != (isFragment(bundle)
                                                        ? Bundle.RESOLVED
                                                        : Bundle.ACTIVE))
                        .toList();
        assertEquals(List.of(), waiting);
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
    }

    @Test
    public void everyComponentIsSatisfied() {
        Collection<ComponentConfigurationDTO> all =
                components.getComponentDescriptionDTOs().stream()
                        .flatMap(one -> components.getComponentConfigurationDTOs(one).stream())
                        .toList();
        List<String> unsatisfied =
                all.stream()
                        .filter(one -> !SATISFIED.contains(one.state))
                        .map(one -> one.description.name)
                        .toList();
        assertEquals(List.of(), unsatisfied);
        assertTrue(all.stream().anyMatch(one -> one.description.name.startsWith("org.tieline.")));
    }

    @Test
    public void noFeatureWaits() throws Exception {
        for (var feature : features.listInstalledFeatures()) {
            assertEquals(feature.getId(), FeatureState.Started, features.getState(feature.getId()));
        }
        assertTrue(features.isInstalled(features.getFeature("tieline")));
    }
}
