package org.tieline.core.internal.signin;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what ended from the tables, every ten minutes. */
@Component(
        immediate = true,
        service = {})
public final class Purge {
    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final StoredSignIn signIn;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "tieline-purge");
                        thread.setDaemon(true);
                        return thread;
                    });

    @Activate
    public Purge(@Reference StoredSignIn signIn) {
        this.signIn = signIn;
        timer.scheduleWithFixedDelay(this::run, 1, 10, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            signIn.purge();
        } catch (RuntimeException e) {
            LOG.warn("Ended sessions could not be removed; tried again in ten minutes", e);
        }
    }
}
