package org.tieline.server.internal;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.http.base.internal.AbstractHttpActivator;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the web server when its configuration has come, never before, and ends the process when it
 * cannot.
 */
public final class Activator extends AbstractHttpActivator {
    private static final Logger LOG = LoggerFactory.getLogger(Activator.class);

    /** What goes to the log's file alone, as it is said on the console too. */
    private static final Logger END = LoggerFactory.getLogger("org.tieline.start");

    private static final String PID = "org.apache.felix.http";

    private final SynchronousBundleListener stop = this::stopping;
    private Optional<WebServer> server = Optional.empty();
    private Optional<ServerSettings> settings = Optional.empty();
    private Map<String, String> known = Map.of();

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getBundleContext().addBundleListener(stop);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_PID, PID);
        ManagedService configured = this::updated;
        readAtOnce(
                getBundleContext()
                        .registerService(ManagedService.class, configured, properties)
                        .getReference());
    }

    /** What is there already need not wait in line behind the opening of the store. */
    private void readAtOnce(ServiceReference<ManagedService> configured) throws Exception {
        ServiceReference<ConfigurationAdmin> admin =
                getBundleContext().getServiceReference(ConfigurationAdmin.class);
        if (admin == null) {
            return;
        }
        Configuration[] found =
                getBundleContext()
                        .getService(admin)
                        .listConfigurations("(" + Constants.SERVICE_PID + "=" + PID + ")");
        if (found != null) {
            updated(found[0].getProcessedProperties(configured));
        }
        getBundleContext().ungetService(admin);
    }

    private synchronized void updated(Dictionary<String, ?> configuration) {
        if (configuration == null) {
            return;
        }
        Map<String, String> values = new TreeMap<>();
        for (String key : Collections.list(configuration.keys())) {
            values.put(key, configuration.get(key).toString());
        }
        boolean raw = values.values().stream().anyMatch(value -> value.contains("${env:"));
        if (raw || values.equals(known)) {
            return;
        }
        known = values;
        boolean first = settings.isEmpty();
        try {
            ServerSettings wanted = ServerSettings.of(configuration);
            close();
            open(wanted);
            settings = Optional.of(wanted);
        } catch (StartFailure e) {
            if (first) {
                end(e);
            } else {
                LOG.error("The former settings of the web server stay: {}", e.getMessage());
                reopen();
            }
        }
    }

    private void reopen() {
        if (server.isPresent()) {
            return;
        }
        try {
            open(settings.orElseThrow());
        } catch (StartFailure e) {
            end(e);
        }
    }

    private void open(ServerSettings wanted) throws StartFailure {
        getHttpServiceController().getEventDispatcher().setActive(true);
        WebServer opened =
                new WebServer(
                        wanted,
                        getHttpServiceController().createDispatcherServlet(),
                        getHttpServiceController().getEventDispatcher());
        opened.open();
        server = Optional.of(opened);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.http.endpoint", opened.addresses());
        getHttpServiceController().register(opened.context(), properties);
        LOG.info("Listening at {}", String.join(" and ", opened.addresses()));
    }

    private void close() {
        server.ifPresent(
                open -> {
                    getHttpServiceController().getEventDispatcher().setActive(false);
                    getHttpServiceController().unregister();
                    open.close();
                });
        server = Optional.empty();
    }

    /** The framework says that it is going to stop before it stops the first bundle. */
    private void stopping(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == 0) {
            Optional<WebServer> open;
            synchronized (this) {
                open = server;
            }
            open.ifPresent(WebServer::drain);
        }
    }

    /** A server that nobody can reach must not look as if it ran. */
    private static void end(StartFailure failure) {
        END.error(failure.getMessage());
        LOG.debug("Why it does not start", failure);
        System.err.println("tieline: " + failure.getMessage());
        Thread end = new Thread(() -> System.exit(1), "tieline-end");
        end.setDaemon(true);
        end.start();
    }

    @Override
    protected void doStop() throws Exception {
        getBundleContext().removeBundleListener(stop);
        synchronized (this) {
            close();
        }
        super.doStop();
    }
}
