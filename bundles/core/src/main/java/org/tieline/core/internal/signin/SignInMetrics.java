package org.tieline.core.internal.signin;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.spi.metric.Metric;
import org.tieline.spi.metric.MetricSource;

/** Measures failures to sign in. */
@Component
public final class SignInMetrics implements MetricSource {
    private final StoredSignIn signIn;

    @Activate
    public SignInMetrics(@Reference StoredSignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public List<Metric> metrics() {
        return signIn.failures().metrics();
    }
}
