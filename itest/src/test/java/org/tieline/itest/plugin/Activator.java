package org.tieline.itest.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.tieline.rest.RestResource;

/** Offers the resource for as long as the bundle runs. */
public final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        context.registerService(RestResource.class, new PingResource(), null);
    }

    @Override
    public void stop(BundleContext context) {}
}
