package org.tieline.http.internal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.access.Caller;
import org.tieline.spi.start.WarmUp;

/** Ready only when what everybody needs has been done once, or a few seconds have passed. */
@Component(
        service = HealthCheck.class,
        immediate = true,
        property = {"hc.name=warm-up", "hc.tags=ready", "hc.resultCacheTtlInMs:Long=50"})
public final class WarmUps implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUps.class);
    private static final Duration AT_MOST = Duration.ofSeconds(8);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final int OURS = 80;
    private static final int ANSWER_MILLIS = 2_000;
    private static final List<String> PATHS =
            List.of("/health/live", "/sign-in", "/api/v1/me", "/api/v1/changes", "/");

    private final BundleContext bundles;
    private final HealthCheck services;
    private final List<ServiceReference<WarmUp>> warmUps = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "warm-up");
    private volatile boolean over;

    @Activate
    public WarmUps(
            BundleContext bundles, @Reference(target = "(hc.name=services)") HealthCheck services) {
        this.bundles = bundles;
        this.services = services;
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void stop() {
        thread.interrupt();
    }

    /** They are made when the start is over: it has other things to do. */
    @Reference(
            service = WarmUp.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ServiceReference<WarmUp> warmUp) {
        warmUps.add(warmUp);
    }

    void remove(ServiceReference<WarmUp> warmUp) {
        warmUps.remove(warmUp);
    }

    @Override
    public Result execute() {
        return over
                ? new Result(Result.Status.OK, "What everybody needs was done once")
                : new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "Warming up");
    }

    private void run() {
        long begin = System.nanoTime();
        Thread limit =
                new Thread(
                        () -> {
                            try {
                                thread.join(AT_MOST.toMillis());
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            over = true;
                        },
                        "warm-up limit");
        limit.setDaemon(true);
        try {
            while (!started() || !services.execute().isOk()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            }
            limit.start();
            begin = System.nanoTime();
            warmUps.stream()
                    .map(bundles::getService)
                    .filter(Objects::nonNull)
                    .forEach(WarmUps::warmUp);
            endpoint().ifPresent(endpoint -> PATHS.forEach(path -> get(endpoint, path)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over = true;
            LOG.debug("Warmed up in {} ms", (System.nanoTime() - begin) / 1_000_000);
        }
    }

    /** The capabilities too: their bundles start with the platform's. */
    private boolean started() {
        return bundles.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                        .adapt(FrameworkStartLevel.class)
                        .getStartLevel()
                > OURS;
    }

    private static void warmUp(WarmUp warmUp) {
        try {
            warmUp.warmUp(Caller.system("warm-up"));
        } catch (Exception | LinkageError e) {
            LOG.info("{} did not warm up: {}", warmUp.getClass().getName(), e.toString());
            LOG.debug("Details", e);
        }
    }

    /** Where it answers plain HTTP: a certificate need not be good for this machine's address. */
    private Optional<URI> endpoint() {
        ServiceReference<HttpServiceRuntime> http =
                bundles.getServiceReference(HttpServiceRuntime.class);
        Object endpoints = http == null ? null : http.getProperty("osgi.http.endpoint");
        return endpoints instanceof String[] several
                ? Arrays.stream(several)
                        .filter(one -> one.startsWith("http://"))
                        .findFirst()
                        .map(URI::create)
                : Optional.empty();
    }

    private static void get(URI endpoint, String path) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
            call.setInstanceFollowRedirects(false);
            call.setConnectTimeout(ANSWER_MILLIS);
            call.setReadTimeout(ANSWER_MILLIS);
            call.getResponseCode();
        } catch (IOException e) {
            LOG.debug("{} was not warmed up", path, e);
        }
    }
}
