package org.tieline.http.internal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.tieline.core.signin.SignIn;
import org.tieline.http.Problems;

/** Puts the parts of this bundle together without a container. */
public final class Wiring {
    private final Problems problems = new ProblemAnswers();
    private final RequestFilter requests;
    private final SignInFilter signIns;

    public Wiring(SignIn signIn, Map<String, Object> settings, MeterRegistry registry) {
        HttpSettings http = new HttpSettings(config(settings));
        requests = new RequestFilter(http, problems, new Measurements(registry), null);
        signIns = new SignInFilter(signIn, problems, http);
    }

    public List<Filter> filters() {
        return List.of(requests, signIns);
    }

    public Problems problems() {
        return problems;
    }

    public void drain() {
        requests.deactivate();
    }

    /** An annotation with the defaults that it declares, but for what is given. */
    static HttpConfig config(Map<String, Object> settings) {
        return (HttpConfig)
                Proxy.newProxyInstance(
                        HttpConfig.class.getClassLoader(),
                        new Class<?>[] {HttpConfig.class},
                        (proxy, method, arguments) ->
                                settings.getOrDefault(
                                        method.getName().replace('_', '.'),
                                        method.getDefaultValue()));
    }
}
