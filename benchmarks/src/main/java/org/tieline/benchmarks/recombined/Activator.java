package org.tieline.benchmarks.recombined;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.tieline.spi.search.SearchSource;

/** Offers as many documents as the bundle's header says, made from the texts it holds. */
public final class Activator implements BundleActivator {
    public static final String SIZE = "Recombined-Size";
    public static final String TEXTS = "texts.txt";
    public static final Class<?>[] CLASSES = {Activator.class, Source.class, Texts.class};

    @Override
    public void start(BundleContext context) throws IOException {
        int size = Integer.parseInt(context.getBundle().getHeaders().get(SIZE));
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                context.getBundle().getEntry(TEXTS).openStream(),
                                StandardCharsets.UTF_8))) {
            Texts texts = Texts.of(reader.lines().toList());
            context.registerService(SearchSource.class, new Source(texts, size), null);
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
