package org.tieline.store.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers why the store did not start, for the log and for health. */
@Component(service = StartFailure.class)
public final class StartFailure {
    private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

    private final AtomicReference<String> sentence = new AtomicReference<>();

    /** Logs the sentence and returns the failure, for throwing. */
    RuntimeException report(String why, Exception cause) {
        if (!why.equals(sentence.getAndSet(why))) {
            LOG.error(why);
            LOG.debug("Details", cause);
        }
        return cause instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(why, cause);
    }

    void clear() {
        sentence.set(null);
    }

    Optional<String> sentence() {
        return Optional.ofNullable(sentence.get());
    }
}
