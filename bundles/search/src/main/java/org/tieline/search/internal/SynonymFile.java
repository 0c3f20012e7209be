package org.tieline.search.internal;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.search.internal.lucene.Synonyms;

/**
 * The synonyms that come with Tieline and those of a file that can be edited while Tieline runs.
 */
@Component(service = SynonymFile.class)
public final class SynonymFile {
    private static final Logger LOG = LoggerFactory.getLogger(SynonymFile.class);
    private static final String NAME = "tieline-synonyms.txt";
    private static final long LOOK_AGAIN = Duration.ofSeconds(2).toNanos();

    private final Optional<Path> file;
    private final Synonyms builtIn = Synonyms.builtIn();
    private Synonyms synonyms = builtIn;
    private Optional<FileTime> read = Optional.empty();
    private Optional<Long> looked = Optional.empty();

    @Activate
    public SynonymFile(BundleContext context) {
        this(Optional.ofNullable(context.getProperty("karaf.etc")).map(etc -> Path.of(etc, NAME)));
    }

    SynonymFile(Optional<Path> file) {
        this.file = file;
    }

    synchronized Synonyms synonyms() {
        long now = System.nanoTime();
        if (file.isPresent() && looked.map(at -> now - at > LOOK_AGAIN).orElse(true)) {
            looked = Optional.of(now);
            look(file.get());
        }
        return synonyms;
    }

    private void look(Path path) {
        try {
            Optional<FileTime> changed =
                    Files.exists(path)
                            ? Optional.of(Files.getLastModifiedTime(path))
                            : Optional.empty();
            if (!changed.equals(read)) {
                read = changed;
                List<String> faults = new ArrayList<>();
                synonyms =
                        changed.isEmpty()
                                ? builtIn
                                : builtIn.with(Synonyms.of(Files.readAllLines(path), faults));
                faults.forEach(fault -> LOG.warn("{}: {}", path, fault));
            }
        } catch (MalformedInputException e) {
            LOG.warn("{} is not written in UTF-8; the synonyms stay as they were.", path);
        } catch (IOException e) {
            LOG.warn("{} cannot be read; the synonyms stay as they were.", path, e);
        }
    }
}
