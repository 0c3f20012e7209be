package org.tieline.lessons.internal.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.error.Unavailable;

/**
 * Watches for bundles whose manifest says {@code Tieline-Knowledge: folder}. A bundle that stops
 * keeps its lessons; one that is uninstalled takes them along. What was uninstalled while nobody
 * watched is found some minutes after the start, when all that shall be there has come.
 */
@Component(
        service = {},
        immediate = true)
public final class KnowledgeBundles implements BundleListener {
    static final String HEADER = "Tieline-Knowledge";

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBundles.class);
    private static final int MAX_FILES = 5_000;
    private static final int MAX_BYTES = 500_000;
    private static final int SETTLED_MINUTES = 3;
    private static final int RETRY_SECONDS = 5;

    private final BundleContext bundles;
    private final Knowledge knowledge;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "tieline-knowledge");
                        thread.setDaemon(true);
                        return thread;
                    });

    @Activate
    public KnowledgeBundles(BundleContext bundles, @Reference Knowledge knowledge) {
        this.bundles = bundles;
        this.knowledge = knowledge;
        bundles.addBundleListener(this);
        Arrays.stream(bundles.getBundles()).forEach(this::installed);
        worker.schedule(this::removeWhatIsGone, SETTLED_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        bundles.removeBundleListener(this);
        worker.shutdownNow();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        if (folder(bundle).isEmpty()) {
            return;
        }
        switch (event.getType()) {
            // an update ends when the framework resolved the bundle anew; until then its files may
            // be away
            case BundleEvent.INSTALLED, BundleEvent.UPDATED, BundleEvent.RESOLVED ->
                    installed(bundle);
            case BundleEvent.UNINSTALLED -> later(() -> knowledge.remove(bundle.getSymbolicName()));
            default -> {}
        }
    }

    private static Optional<String> folder(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(HEADER))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty());
    }

    private void installed(Bundle bundle) {
        folder(bundle).ifPresent(folder -> later(() -> install(bundle, folder)));
    }

    private void install(Bundle bundle, String folder) {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        Map<String, String> files = files(bundle, folder);
        if (files.isEmpty()) {
            LOG.warn(
                    "{} has no .md file in {}; the lessons it brought before stay",
                    bundle.getSymbolicName(),
                    folder);
            return;
        }
        KnowledgePack pack =
                knowledge.install(bundle.getSymbolicName(), bundle.getVersion().toString(), files);
        LOG.info("{} brings {} lessons", pack.name(), pack.lessons());
        pack.faults().forEach(fault -> LOG.warn("{}: {}", pack.name(), fault));
    }

    private static Map<String, String> files(Bundle bundle, String folder) {
        Map<String, String> files = new TreeMap<>();
        List<String> paths =
                Optional.ofNullable(bundle.getEntryPaths(folder))
                        .map(Collections::list)
                        .map(List::copyOf)
                        .orElse(List.of());
        List<String> texts = paths.stream().filter(path -> path.endsWith(".md")).sorted().toList();
        if (texts.size() > MAX_FILES) {
            LOG.warn(
                    "{} has {} .md files; the first {} by name are taken. Put the others into a"
                            + " bundle of their own.",
                    bundle.getSymbolicName(),
                    texts.size(),
                    MAX_FILES);
        }
        texts.stream()
                .limit(MAX_FILES)
                .forEach(
                        path ->
                                files.put(
                                        path.substring(path.lastIndexOf('/') + 1),
                                        text(bundle.getEntry(path))));
        return files;
    }

    /** Returns the file's text; what is no text or too long gets to be told as a fault. */
    private static String text(URL file) {
        try (InputStream in = file.openStream()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(in.readNBytes(MAX_BYTES + 1));
            if (bytes.size() > MAX_BYTES) {
                return "";
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeWhatIsGone() {
        Set<String> there =
                Arrays.stream(bundles.getBundles())
                        .filter(bundle -> folder(bundle).isPresent())
                        .map(Bundle::getSymbolicName)
                        .collect(Collectors.toSet());
        later(
                () ->
                        knowledge.packs().stream()
                                .map(KnowledgePack::name)
                                .filter(name -> !there.contains(name))
                                .forEach(knowledge::remove));
    }

    private void later(Runnable work) {
        worker.execute(
                () -> {
                    try {
                        work.run();
                    } catch (Unavailable e) {
                        worker.schedule(() -> later(work), RETRY_SECONDS, TimeUnit.SECONDS);
                    } catch (RuntimeException e) {
                        LOG.error("The lessons of a knowledge pack could not be written", e);
                    }
                });
    }
}
