package org.tieline.console.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the container's shell on {@code run/console.sock} in the data directory. */
@Component(service = Console.class, immediate = true)
public final class Console {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final ControlSocket socket;

    @Activate
    public Console(BundleContext context, @Reference SessionFactory sessions) throws IOException {
        Path file = Path.of(context.getProperty("tieline.data"), "run", "console.sock");
        try {
            socket = new ControlSocket(file, output -> new KarafShell(sessions, output));
        } catch (IOException e) {
            LOG.error(
                    "The control socket {} cannot be made, so `tieline shell`, `status` and"
                            + " `backup` will not work; its path may have at most about 100 bytes",
                    file);
            throw e;
        }
    }

    @Deactivate
    void close() throws IOException {
        socket.close();
    }
}
