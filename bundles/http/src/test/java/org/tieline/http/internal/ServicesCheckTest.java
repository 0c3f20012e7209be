package org.tieline.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

class ServicesCheckTest {
    private final List<ComponentDescriptionDTO> known = new ArrayList<>();
    private int state = ComponentConfigurationDTO.ACTIVE;

    private Result.Status status() {
        Bundle web =
                answering(
                        Bundle.class,
                        Map.of(
                                "getSymbolicName", given -> "org.tieline.web",
                                "getState", given -> Bundle.ACTIVE,
                                "getHeaders",
                                        given ->
                                                new Hashtable<>(
                                                        Map.of(
                                                                "Service-Component",
                                                                "OSGI-INF/pages.xml,OSGI-INF/menu.xml"))));
        BundleContext bundles =
                answering(BundleContext.class, Map.of("getBundles", given -> new Bundle[] {web}));
        ServiceComponentRuntime components =
                answering(
                        ServiceComponentRuntime.class,
                        Map.of(
                                "getComponentDescriptionDTOs", given -> List.copyOf(known),
                                "getComponentConfigurationDTOs", given -> configurations()));
        return new ServicesCheck(bundles, components).execute().getStatus();
    }

    private List<ComponentConfigurationDTO> configurations() {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = state;
        return List.of(configuration);
    }

    private void becomesKnown(String name) {
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name;
        component.immediate = true;
        known.add(component);
    }

    private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, given) -> answers.get(method.getName()).apply(given)));
    }

    @Test
    void anActiveBundleWhoseComponentsAreNotAllKnownIsNotReady() {
        assertThat(status()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        becomesKnown("pages");
        assertThat(status()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
        becomesKnown("menu");
        assertThat(status()).isEqualTo(Result.Status.OK);
    }

    @Test
    void aComponentThatDoesNotRunIsNotReady() {
        becomesKnown("pages");
        becomesKnown("menu");
        state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        assertThat(status()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    }
}
