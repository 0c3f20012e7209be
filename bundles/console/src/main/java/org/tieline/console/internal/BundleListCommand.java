package org.tieline.console.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** All bundles, also those that the container hides from people without a role in it. */
@Service
@Command(
        scope = "tieline",
        name = "bundle-list",
        description = "Lists every bundle; fails if one does not run")
public final class BundleListCommand implements Action {
    @Reference BundleContext context;

    @Override
    public Object execute() {
        int idle = 0;
        for (Bundle bundle : context.getBundles()) {
            System.out.printf(
                    "%4d  %-9s  %-18s  %s%n",
                    bundle.getBundleId(),
                    state(bundle),
                    bundle.getVersion(),
                    bundle.getSymbolicName());
            idle += runs(bundle) ? 0 : 1;
        }
        if (idle > 0) {
            throw new IllegalStateException("Bundles that do not run: " + idle);
        }
        return null;
    }

    /** A fragment adds to its host and never runs by itself. */
    private static boolean runs(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        return bundle.getState() == (fragment ? Bundle.RESOLVED : Bundle.ACTIVE);
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            default -> "gone";
        };
    }
}
