package org.tieline.web.internal.system;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.tieline.web.Tone;

/** The bundles that are installed. */
final class InstalledBundles {
    private static final String OURS = "org.tieline.";

    private final BundleContext bundles;

    InstalledBundles(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Our own bundles, plug-ins, and whatever does not run, by name. */
    List<Part> parts() {
        return Stream.of(bundles.getBundles())
                .filter(bundle -> ours(bundle) || plugIn(bundle) || !runs(bundle))
                .map(InstalledBundles::part)
                .sorted(Comparator.comparing(Part::plugIn).thenComparing(Part::name))
                .toList();
    }

    /** How many others there are; all of them run. */
    long others() {
        return bundles.getBundles().length - parts().size();
    }

    private static Part part(Bundle bundle) {
        String name =
                Optional.ofNullable(bundle.getHeaders().get(Constants.BUNDLE_NAME))
                        .orElse(String.valueOf(bundle.getSymbolicName()));
        boolean runs = runs(bundle);
        return new Part(
                name,
                bundle.getVersion().toString(),
                plugIn(bundle),
                runs ? Tone.GOOD : Tone.BAD,
                runs ? "Running" : word(bundle.getState()));
    }

    private static boolean ours(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName()).startsWith(OURS);
    }

    private static boolean plugIn(Bundle bundle) {
        String imports = bundle.getHeaders().get(Constants.IMPORT_PACKAGE);
        return !ours(bundle) && imports != null && imports.contains(OURS);
    }

    private static boolean runs(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        return bundle.getState() == Bundle.ACTIVE
                || bundle.getState() == Bundle.STARTING
                || (fragment && bundle.getState() == Bundle.RESOLVED);
    }

    private static String word(int state) {
        return switch (state) {
            case Bundle.INSTALLED -> "Something it needs is missing";
            case Bundle.RESOLVED -> "Stopped";
            case Bundle.STOPPING -> "Stopping";
            default -> "Removed";
        };
    }
}
