package org.tieline.assets.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.Assets;
import org.tieline.spi.DemoRecords;

/** The service maps of the demonstration centers, read from files as anybody's are. */
@Component
public final class AssetDemo implements DemoRecords {
    private static final Logger LOG = LoggerFactory.getLogger(AssetDemo.class);

    private final Assets assets;
    private final AssetFiles files;

    @Activate
    public AssetDemo(@Reference Assets assets, @Reference AssetFiles files) {
        this.assets = assets;
        this.files = files;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void write(Caller caller) {
        // the county shares what the others depend on
        write(caller, COUNTY);
        write(caller, BACKUP);
        write(caller, CITY);
    }

    private void write(Caller caller, String center) {
        boolean mapped =
                assets.list(caller, AssetFilter.of(center), PageRequest.FIRST).items().stream()
                        .anyMatch(asset -> asset.center().equals(center));
        if (mapped) {
            return;
        }
        ImportReport report = files.read(caller, center, file(center), false);
        report.faults().forEach(fault -> LOG.error("{}: {}", center, fault));
    }

    private static byte[] file(String center) {
        String name = "demo/" + center + ".csv";
        try (InputStream in = AssetDemo.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
