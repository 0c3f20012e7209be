package org.tieline.itest.plugin;

import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** While it runs, the bundle of notices does not. */
public final class WithoutNotices implements BundleActivator {
    @Override
    public void start(BundleContext context) throws BundleException {
        notices(context).stop(Bundle.STOP_TRANSIENT);
    }

    @Override
    public void stop(BundleContext context) throws BundleException {
        notices(context).start();
    }

    private static Bundle notices(BundleContext context) {
        return Stream.of(context.getBundles())
                .filter(bundle -> "org.tieline.notices".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
